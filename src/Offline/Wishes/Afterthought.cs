using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// A command that comes after what it is about: "a bolsa cai dia 5, me avisa", "o código é 4471, anota aí", "…, me põe isso como tarefa",
/// "we need milk, add it to the shopping list". It is read as if it had been said before.
/// </summary>
internal static class Afterthought
{
    private static readonly PhraseTable<string> Commands = new(
        ("me lembra", ["me lembra|lembre|lembrar|avisa|avise|avisar|cutuca|alerta|chama|recorda", "me da|manda um toque|alo|aviso|ping",
            "lembra|avisa|lembre eu|nois", "nao me? deixa|deixe eu|me? esquecer", "me lembra|avisa|lembre|avise disso|disto|dela|dele|sobre? isso?",
            "coloca|bota|poe|cria|faz|quero um? lembrete|alarme", "poe|bota|coloca isso? como|de|em lembrete|alarme"]),
        ("remind me", ["remind|ping|nudge|alert|poke me", "set|create|make|add a? reminder", "remind me of|about it|that|this", "don t let me forget",
            "give me a nudge|heads|shout|reminder|ping up?"]),
        ("anota", ["anota|anote|anotar", "registra|registre", "toma|tome nota",
            "guarda|guarde|salva|salve|grava|anota|anote|registra|registre isso|isto|essa|esse|ai", "escreve|escreva isso|ai",
            "salva|guarda|anota|poe|coloca isso? como|na|numa|nas|em nota|notas|anotacao", "anota|guarda|salva essa? ideia|informacao|info|dado|nota"]),
        ("note", ["note|save|store|record|keep that|this|it down?", "write|jot|note|take that|this|it down", "make a note of? that|this|it?", "take note"]),
        ("cria tarefa",
            ["me? poe|ponha|bota|bote|coloca|coloque|anota|anote|cria|crie|adiciona|adicione|registra|inclui|salva|guarda isso? como|numa|na|nas|uma|pra|de|em minhas?|minha? lista? de? tarefa|tarefas|pendencia|pendencias|afazeres|task",
            "transforma|vira|faz isso? em|uma tarefa", "cria|faz|abre|bota|poe uma? tarefa|task disso|pra|com|sobre? isso?", "tarefa|task"]),
        ("add task", ["add|put|make|save|log it|that|this? as|a|to|on|into my|a|the? to? do? tasks|task|list|todo", "create|make a? task for|of|out? of? it|that|this"]));

    private static readonly PhraseTable<bool> Lists = new((true, ["poe|ponha|bota|bote|coloca|coloque|adiciona|adicione|inclui|inclua|acrescenta|anota isso|ele|ela|ai? na|nas|no", "add|put|stick|pop|throw|get it|that|them|those|some to|on|onto|in"]));

    /// <summary>The message with its last command first, or as it is.</summary>
    public static Speech Apply(Speech speech)
    {
        // What lies in the inbox and becomes something is told the same way, and is another wish.
        for (var at = speech.From(0).Has("inbox", "entrada") ? speech.Tokens.Count : 2; at < speech.Tokens.Count; at++)
        {
            if (!IsBreak(speech, at - 1) || speech.Tokens[at].Quoted)
            {
                continue;
            }

            var cursor = Past(speech.From(at));
            if (IsAlone(speech, cursor, out var command) && Said(speech, at - 1) is var from && from < at - 1)
            {
                return Turned(speech, from, at, command, cursor);
            }
        }

        return speech;
    }

    private static bool IsBreak(Speech speech, int at) =>
        speech.TimeAt(at) is null && (speech.Tokens[at].Norm is "," or ";" or "." or "—" or "–" or "-" or "!" or "…" or "\n" or ":");

    private static Cursor Past(Cursor cursor)
    {
        while (!Commands.Find(cursor, out _, out _) && !Lists.Find(cursor, out _, out _) && (cursor.TakeAny("e", "and", "so", "entao", "ai", "pode") || Politeness.Skip(ref cursor)))
        {
        }

        return cursor;
    }

    /// <summary>A command without anything of its own but a time: what it is about has been said.</summary>
    private static bool IsAlone(Speech speech, Cursor cursor, out string command)
    {
        var rest = cursor;
        if (!Commands.Take(ref rest, out command))
        {
            return Lists.Find(cursor, out _, out _) && (command = "") is not null && EndsInList(speech, cursor);
        }

        var end = Politeness.Trim(rest);
        while (rest.At < end)
        {
            if (speech.TimeAt(rest.At) is { } time)
            {
                rest = speech.From(time.To, end);
            }
            else if (rest.TakeAny("disso", "disto", "isso", "ai", "la", "tambem", "please", "then", "too", "por", "favor", ",", "pra", "para", "mim", "urgente",
                "urgent", "alta", "prioridade", "ta", "bem", "antes", "no", "em", "on", "at", "a", "as", "de", "sobre", "it", "of", "about", "that", "this"))
            {
            }
            else
            {
                return false;
            }
        }

        return !speech.From(cursor.At).Has("antes", "before", "vespera");
    }

    private static bool EndsInList(Speech speech, Cursor cursor)
    {
        for (; !cursor.AtEnd; cursor.Skip())
        {
            if (cursor.Word is "lista" or "list" && cursor.Limit - cursor.At <= 4)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the statement before begins that the command is about; its own end where it is a wish by itself.</summary>
    private static int Said(Speech speech, int end)
    {
        var from = end;
        while (from > 0 && (speech.Tokens[from - 1].Norm is not ("." or "!" or "?" or ";" or "\n") || speech.TimeAt(from - 1) is not null || speech.Tokens[from - 1].Touches(speech.Tokens[from])))
        {
            from--;
        }

        var cursor = speech.From(from, end);
        if (Guards.Check(speech, new Clause(from, end, true)) is not null || speech.Tokens.Skip(from).Take(end - from).Count(token => token.IsWord) is < 2 or > 25)
        {
            return end;
        }

        return Head.VerbAt(speech, from, end) switch
        {
            Verb.None when !Accomplishments.IsPast(cursor) => from,
            Verb.Need when !cursor.AtEnd => from,
            _ => end,
        };
    }

    private static Speech Turned(Speech speech, int from, int at, string command, Cursor cursor)
    {
        var before = from > 0 ? speech.Whole[..speech.Tokens[from].Start] : "";
        var said = speech.Whole[speech.Tokens[from].Start..speech.Tokens[at - 1].Start].TrimEnd(' ', ',', '.', ';');
        var rest = cursor;
        Commands.Take(ref rest, out _);
        var own = command.Length == 0 ? "" : string.Join(' ', speech.Times.Where(time => time.From >= rest.At).Select(time => speech.Raw(time.From, time.To)));
        var urgent = command is "cria tarefa" or "add task" && speech.From(rest.At).Has("urgente", "urgent") ? " urgente" : "";
        return command.Length == 0
            ? InList(speech, before, from, at, cursor) ?? speech
            : Speech.Plain($"{before}{command} {(own.Length == 0 ? ":" : Led(speech, from, own))} {Bare(speech, from, said, own.Length == 0)}{urgent}", speech.Context);
    }

    /// <summary>"Todo dia 10 pagar a faxineira, me lembra às 9": the day that was said first stands beside the hour.</summary>
    private static string Led(Speech speech, int from, string own) =>
        speech.TimeAt(from) is { } time && time.From == from ? $"{speech.Raw(from, time.To)} {own} –" : $"{own} –";

    private static readonly string[] Lacking = ["falta ", "acabou o ", "acabou a ", "acabou ", "precisamos de ", "preciso de ", "preciso ", "we need ",
        "i need ", "we re out of ", "we're out of ", "out of ", "need ", "tem que comprar ", "comprar "];

    private static Speech? InList(Speech speech, string before, int from, int at, Cursor cursor)
    {
        var said = speech.Whole[speech.Tokens[from].Start..speech.Tokens[at - 1].Start].TrimEnd(' ', ',', '.', ';');
        var folded = Normalizer.Fold(said);
        if (folded.Length != said.Length || Array.Find(Lacking, lead => folded.StartsWith(lead, StringComparison.Ordinal)) is not { } lead)
        {
            return null;
        }

        var list = cursor;
        while (list.Word is not ("na" or "nas" or "no" or "to" or "on" or "onto" or "in"))
        {
            list.Skip();
        }

        return Speech.Plain($"{before}{speech.Tokens[cursor.At].Raw} {said[lead.Length..]} {speech.RawToEnd(list.At)}", speech.Context);
    }

    /// <summary>"Preciso ligar pro banco, me lembra às 10": what is needed, without saying so.</summary>
    private static string Bare(Speech speech, int from, string said, bool dated)
    {
        var begin = speech.Tokens[from].Start;
        var led = speech.TimeAt(from) is { } time && time.From == from ? time.To : from;
        var cursor = speech.From(led);
        cursor.TakeAny("eu", "i", "we");
        var needed = VerbTable.Table.Take(ref cursor, out var hit) && hit.Verb == Verb.Need;
        var words = needed || !(dated || led == from) ? said[Math.Min(said.Length, speech.Tokens[needed ? cursor.At : led].Start - begin)..] : said;
        return needed && dated ? $"{speech.Raw(from, led)} {words}".Trim() : words;
    }
}
