using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Known commands for things that are not here: lamps, tables and flights, subscriptions, playlists, pictures.</summary>
internal static class OutOfReach
{
    private const int WordsAhead = 4;

    private static readonly FrozenSet<string> Booked = FrozenSet.ToFrozenSet(
        ["mesa", "hotel", "voo", "voos", "passagem", "passagens", "quarto", "pousada", "airbnb", "uber", "taxi", "carro", "ingresso", "ingressos", "table",
            "flight", "flights", "room", "cab", "ride", "ticket", "tickets", "seat", "restaurant", "restaurante", "lyft", "car"]);

    private static readonly FrozenSet<string> Subscribed = FrozenSet.ToFrozenSet(
        ["assinatura", "pedido", "compra", "cartao", "plano", "netflix", "spotify", "uber", "ifood", "subscription", "order", "membership", "card", "conta",
            "matricula", "seguro", "linha", "account"]);

    private static readonly FrozenSet<string> Erased = FrozenSet.ToFrozenSet(
        ["luz", "luzes", "lampada", "lampadas", "light", "lights", "abajur", "foto", "fotos", "photo", "photos", "email", "emails", "mensagem", "mensagens",
            "message", "messages", "arquivo", "arquivos", "file", "files", "app", "apps", "fogo", "vela", "account"]);

    private static readonly FrozenSet<string> Made = FrozenSet.ToFrozenSet(
        ["imagem", "imagens", "foto", "playlist", "planilha", "site", "senha", "poema", "poesia", "texto", "historia", "musica", "letra", "email", "mail",
            "post", "personagem", "roteiro", "cardapio", "slogan", "character", "plot", "logo", "codigo", "script", "grupo", "piada", "receita", "legenda",
            "tweet", "bot", "curriculo", "slide", "slides",
         "image", "picture", "password", "spreadsheet", "website", "song", "code", "joke", "story", "poem", "recipe", "caption", "presentation", "group",
         "mensagem", "message", "pix", "boleto", "carta", "letter", "essay", "redacao", "soneto", "discurso", "speech", "resumo", "summary", "frase", "haiku"]);

    private static readonly FrozenSet<string> Devices = FrozenSet.ToFrozenSet(
        ["thermostat", "oven", "ac", "heater", "heating", "volume", "brightness", "tv", "lights", "lamp", "fan", "temperature", "wallpaper", "ringtone",
            "termostato", "forno", "ar", "aquecedor", "brilho", "televisao", "luzes", "ventilador", "temperatura", "wifi", "bluetooth", "internet", "toque",
            "musica", "song", "canal", "channel"]);

    private static readonly FrozenSet<string> Elsewhere = FrozenSet.ToFrozenSet(
        ["playlist", "carrinho", "cart", "whatsapp", "whats", "zap", "instagram", "insta", "facebook", "spotify", "youtube", "netflix", "grupo", "group",
            "twitter", "tiktok", "tela", "som", "volume", "tv", "alexa"]);

    private static readonly FrozenSet<string> Guarded = FrozenSet.ToFrozenSet(
        ["incendio", "fumaca", "carro", "moto", "casa", "predio", "condominio", "loja", "vizinho", "garagem", "portao", "seguranca", "gas", "fire", "smoke",
            "car", "burglar", "house", "home", "security"]);

    /// <summary>"Toca o alarme de incêndio", "desliga o alarme do carro", "turn off the smoke alarm": a siren, and no reminder.</summary>
    private static bool IsSiren(Wish wish)
    {
        if (wish.Noun is not (Noun.Reminder or Noun.None) || wish.At(wish.Head.Start).Word is not ("toca" or "toque" or "liga" or "ligue" or "desliga" or "desligue" or "ativa" or "ative" or "desativa" or "desative" or "aciona" or "acione" or "arma" or "arme" or "desarma" or "turn" or "switch" or "disable" or "disarm" or "arm" or "shut"))
        {
            return false;
        }

        for (var at = wish.Head.Start + 1; at < wish.End; at++)
        {
            if ((wish.Speech.Tokens[at].Is("alarme") && wish.At(at + 1).Word is "de" or "do" or "da" && Guarded.Contains(wish.At(at + 2).Word)) || (wish.Speech.Tokens[at].Is("alarm") && Guarded.Contains(wish.Speech.Tokens[at - 1].Norm)))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly PhraseTable<bool> Foreign = new((true,
        ["play|sing|translate|google|spell|pronounce|rewrite|paraphrase|proofread", "traduz|traduza|traduzir|traduzes|toca|toque|canta|cante|soletra|soletre|reescreve|reescreva", "how do|would|can you|i|one say", "how to say",
            "como se diz|fala|escreve|traduz", "como que? eu? digo|falo|escrevo", "what does", "o que significa", "what s the meaning of"]));

    /// <summary>"Translate to German: remind me…": what follows is no command but what it is done to.</summary>
    public static bool IsForOthers(Cursor cursor) => Foreign.Find(cursor, out _, out _);

    public static Outcome? Read(Wish wish)
    {
        if (wish.At(wish.Head.Start) is var cursor && cursor.TakeAny("call", "hail", "order", "get", "find") && cursor.Take("me") && cursor.TakeAny("a", "an") && Booked.Contains(cursor.Word))
        {
            return new Say("OutOfScope");
        }

        if (wish.Verb != Verb.Need && Unreachable.Opens(wish.Speech, wish.From, wish.To))
        {
            return new Say("OutOfScope");
        }

        if (IsSiren(wish) || Idioms.Find(wish.At(wish.Head.Start), out _, out _) || (wish.Verb == Verb.Change && wish.Noun == Noun.None && IsMoney(wish)) || IsMark(wish) || IsAge(wish) || IsMessage(wish))
        {
            return new Say("OutOfScope");
        }

        if (wish.Verb == Verb.Create && wish.Noun == Noun.None && IsSum(wish))
        {
            return new Say("OutOfScope");
        }

        var things = wish.Verb switch
        {
            Verb.Schedule when wish.Has("reserva", "reserve", "reservar", "book") => Booked,
            Verb.Cancel => Subscribed,
            Verb.Delete => Erased,
            Verb.Change when wish.Noun is Noun.None => Devices,
            Verb.Create when wish.Noun is Noun.None or Noun.Occasion => Made,
            Verb.Note when wish.Noun is Noun.None && wish.At(wish.Head.Start).Word is "escreve" or "escreva" or "write" or "escrever" => Made,
            _ => null,
        };
        return (things is not null && Names(wish, things, WordsAhead)) || (wish.Verb is Verb.Create or Verb.Append or Verb.Delete or Verb.Change && wish.Noun == Noun.None && Ends(wish)) ? new Say("OutOfScope") : null;
    }

    private static readonly PhraseTable<bool> Idioms = new((true, ["mark my|his|her words", "take note of how", "cria|crie|toma vergonha", "add insult to",
        "add fuel to the", "note the irony", "schedule says|is|was|shows|looks|seems", "conclui se", "conclui - se",
        "acabei de acordar|chegar|sair|almocar|jantar|comer|voltar|perceber|descobrir|saber|levantar|deitar|pousar", "take note of the way",
        "take note of that|this guy|man|woman|girl", "take note , everyone|everybody|folks|people"]));

    /// <summary>"Nota 10 pra esse bolo", "nota fiscal": a mark at school, a bill.</summary>
    private static bool IsMark(Wish wish) =>
        wish is { Verb: Verb.None, Noun: Noun.Note } && wish.At(wish.Head.Start) is { Word: "nota" } cursor && (cursor.Peek(1) is "fiscal" or "dez" or "zero" || (wish.At(cursor.At + 1) is { AtEnd: false, Token.IsNumber: true } && cursor.Peek(2) is "pra" or "pro" or "para" or "em" or "no" or "na" or "" or "!"));

    /// <summary>"Email the whole team that standup is off", "text Bob that I'm late": what is to be told is given, so it is to be sent now.</summary>
    private static bool IsMessage(Wish wish)
    {
        var cursor = wish.At(wish.Head.Start);
        if (wish.Verb != Verb.None || !cursor.TakeAny("email", "mail", "text", "message", "dm", "slack", "whatsapp", "sms"))
        {
            return false;
        }

        for (var words = 0; words < 7 && !cursor.AtEnd && !cursor.Token.Quoted && (cursor.Token.IsWord || cursor.Token.IsNumber); words++, cursor.Skip())
        {
            if (words > 0 && (cursor.Word is "that" or "saying" || (cursor.Word is "about" or "asking" or "telling" or "re" && !wish.Time.IsPoint)) && cursor.Peek(1) is not "")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Já fiz 30 anos".</summary>
    private static bool IsAge(Wish wish) => wish.Verb == Verb.Finish && wish.At(wish.Head.AfterVerb) is { AtEnd: false, Token.IsNumber: true } cursor && cursor.Peek(1) is "anos" or "aninhos" or "years";

    /// <summary>"Transfere 200 reais pra Joana", "move 50 bucks to savings".</summary>
    private static bool IsMoney(Wish wish)
    {
        var cursor = wish.At(wish.Head.AfterVerb);
        cursor.TakeAny("the", "os", "uns");
        if ((cursor.Word is "r$" or "$" or "us$" or "€" or "£") || (cursor.Word is "r" or "us" or "u" && cursor.Peek(1) is "$"))
        {
            return true;
        }

        if (!(cursor.Token.IsNumber || cursor.Word is "mil" or "cem" or "r$" or "$") || wish.Speech.TimeAt(cursor.At) is not null)
        {
            return false;
        }

        return cursor.Peek(1) is "reais" or "real" or "mil" or "conto" or "contos" or "pila" or "pilas" or "mangos" or "euros" or "dolares" or "bucks" or "dollars" or "euro" or "quid" or "pounds" or "grand"
            || (cursor.Peek(1) is "pra" or "pro" or "para" or "to" && wish.Speech.TimeAt(cursor.At + 1) is null && wish.Speech.TimeAt(cursor.At + 2) is null && !wish.At(cursor.At + 2).Token.IsNumber);
    }

    /// <summary>"Add 5 and 7": nothing but numbers.</summary>
    private static bool IsSum(Wish wish) =>
        wish.End > wish.Head.AfterVerb && wish.Speech.Tokens.Skip(wish.Head.AfterVerb).Take(wish.End - wish.Head.AfterVerb).All(token => token.IsNumber || !token.IsWord || token.Norm is "and" or "e" or "com" or "mais" or "plus" or "to" or "a");

    /// <summary>The first word that is no article, or one of the next.</summary>
    private static bool Names(Wish wish, FrozenSet<string> things, int ahead)
    {
        if (wish.Noun is Noun.Task or Noun.Reminder or Noun.Event or Noun.Note or Noun.Goal)
        {
            return false;
        }

        for (var at = wish.Head.AfterVerb; at < Math.Min(wish.Head.AfterVerb + ahead, wish.End); at++)
        {
            var word = wish.Speech.Tokens[at];
            if (things.Contains(word.Norm) && !word.Quoted)
            {
                return true;
            }

            if (word.Norm is not ("o" or "a" or "os" or "as" or "um" or "uma" or "meu" or "minha" or "meus" or "minhas" or "the" or "my" or "an" or "all" or "todas" or "todos" or "pra" or "para" or "mim" or "me" or "nova" or "novo" or "new" or "two" or "dois" or "duas"))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Ends(Wish wish) => wish.End - 1 > wish.Head.AfterVerb && Elsewhere.Contains(wish.Speech.Tokens[wish.End - 1].Norm) && wish.Mark == Mark.None;
}
