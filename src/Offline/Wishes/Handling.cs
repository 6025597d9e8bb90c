using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// Verbs that are commands only where a kind of thing kept here follows: "joga fora a nota", "empurra a tarefa", "abre minhas tarefas",
/// "turn off the vitamin reminder". With anything else ("fecha a porta", "abre o gás") they are no wish for the assistant.
/// </summary>
internal static class Handling
{
    private enum Things { Any, Shown, Moved, Closed, Told, Edited, Met }

    private static readonly PhraseTable<(Verb Verb, Things Things)> Table = new(
        ((Verb.Create, Things.Told), [
            "abre|abra|abrir|faz|faca|fazer|gera|gere|gerar|monta|monte|lanca|lance|lancar|programa|programe|programar|cadastra|cadastre|cadastrar|configura|configure|ativa|ative|liga|ligue um|uma|nova|novo|outra|outro|mais", "me manda|mande|mandar|da|de|dar|envia|envie|faz|faca|cria|crie|bota|bote|poe um|uma|outro|outra|mais", "manda|mande|envia|envie um|uma pra|para? mim?",
            "preciso|precisava|quero|queria|gostaria de? um|uma|outro|outra|mais", "to|tou|estou|fiquei com um|uma|mais|outra",
            "registra|registre|registrar a|as|o|os? seguinte|seguintes?", "make|open|start|log|file|register|record|enter|get|give|send|do me? a|an|another|one|new",
            "make it|this|that a|an", "set|put|create|add|schedule me? a|an|another", "i need|want a|an|another", "i d|de|would like|love a|an|another",
            "can|could i get|have a|an|another", "put down a|an", "pop|stick|throw|chuck|set|whack|bung in|on? a|an"]),
        ((Verb.Schedule, Things.Met), ["make|arrange|fix|organise|organize me? a|an|another", "put down|in? me? a|an|another"]),
        ((Verb.Delete, Things.Any), [
            "joga|jogue|jogar|jogasse|bota|manda|mande|atira|poe fora|no|pro lixo? lixo?", "joga|jogue|jogar|bota|manda|mande no|pro|na|pra lixo|lixeira",
            "corta|corte|cortar|desativa|desative|desativar|desligue|desliga|desligar|suspende|suspenda|suspender|interrompe|interrompa|retira|retire|retirar|mata|mate|tirar",
            "some|suma|sumir|acaba|acabe|acabar|desiste|desista|chega|basta com|da|de|do|dessa|desse|daquele|daquela",
            "se livra|livre|livrar da|do|de|dessa|desse", "a? exclusao|remocao|cancelamento|eliminacao|exclusion da|do|de|desta|deste",
            "nao quero|preciso|precisa|queremos|precisamos mais receber? de|do|da|dos|das|o|a|os|as|desse|dessa|esse|essa|aquele|aquela|meu|minha",
            "turn|switch|shut off", "disable|deactivate|deactivating|disabling|stop|silence|mute|chuck|toss|purge", "throw|toss|chuck|take away|out|off|down",
            "i no longer need|want", "i don t need|want", "we? don t need|want", "clear|take out?", "do away with", "ditch|axe|zap"]),
        ((Verb.Finish, Things.Closed), [
            "fecha|feche|fechar|fechei|matei|mata|despachei|despacha|liquidei|liquida|cumpri|cumpre|zerei|risquei|eliminei|venci|ticei|tiquei|encerrei|resolvi|resolve|resolva|resolver|baixei|concluo",
            "da|de|dar|dei|demos baixa|check|ok|cabo|conta|um|fim em|na|no|nas|nos|da|do|de? ok|check|tique?", "check|ok|feito|pronto na|no|em",
            "da|de|dar|dou|considera|considere|considerar por|como feita|feito|concluida|concluido|encerrada|encerrado|resolvida|resolvido|cumprida|cumprido|terminada|terminado|pronta|pronto",
            "da|de|dar|dei como|por feita|feito|concluida|concluido|encerrada|resolvida|resolvido|terminada",
            "feito|feita|feitos|feitas|pronto|pronta|resolvido|resolvida|concluido|concluida|cumprido|cumprida|ok|okay|beleza|finalizado|finalizada|terminado|terminada|encerrado|encerrada",
            "considera|considere|considerar feita|feito|concluida|concluido|cumprida|cumprido|resolvida|resolvido|terminada|terminado",
            "consider|call done|finished", "close off|out?", "wrap up", "wrapped up", "i? got done with?", "knocked|knock|crossed|ticked|checked out|off",
            "i hit|smashed|met|closed|sorted|handled|nailed|crushed|completed|ticked|did", "closed|sorted|handled|nailed|crushed|ticked|did|cross|strike"]),
        ((Verb.Change, Things.Moved), [
            "empurra|empurre|empurrar|empurrasse|segura|segure|segurar|aguenta|aguente|prorroga|prorrogue|prorrogar|estende|estenda|estender|arrasta|arraste|arrastar|puxa|puxe|puxar|deixa|deixe|deixar|joga|jogue|jogar|jogasse|leva|leve|levar|posterga|postergue|protela|protele|retarda|retarde|atrasa|atrase|atrasar|traz|traga|trazer|desloca|desloque|remaneja|remaneje", "put|hold|leave|delay|defer|slide|slip|nudge|carry|extend|bring|pull|shift|switch|swap back|over|forward?"]),
        ((Verb.Change, Things.Edited), ["substitui|substitua|substituir|sobrescreve|sobrescreva", "replace|overwrite|swap|reword"]),
        ((Verb.List, Things.Shown), [
            "abre|abra|abrir|abrisse|le|leia|ler|pega|pegue|pegar|cade|puxa|puxe|puxar|traz|traga|trazer|exiba|exibir|consulta|consulte|consultar|confere|confira|conferir|checa|checar|olha|olhe|olhar|revisa|revise|repassa|resgata|recupera|acha|ache|relembra pra|para? mim?",
            "me passa|passe|passar|manda|mande|da|de|traz|traga|le|leia|conta|envia|envie|fala|mostrar|listar|dizer",
            "da|de|dar|dei uma|so? olhada|espiada|conferida em|na|no|nas|nos|as|minhas?",
            "quero|queria|gostaria|preciso|posso|deixa|deixe|bora|vamos de|eu|me? ver|conferir|consultar|olhar|saber|listar|revisar",
            "onde|aonde que? esta|estao|ta|tao|ficou|ficaram|foi|fica|anda", "cade",
            "pull|bring|call|open|look up|at|over", "open|check|read|fetch|review|display|list|get|browse|read me|out|up?",
            "let me see|check|look|have|read at?", "can|could|may i see|have|view|check a? look? at?",
            "i want|need|d|de|would like? to see|check|view|read|look|review at|over?", "where s|is|are|did", "give|send|read|get|tell me", "run me? through",
            "go over|through", "what does|do|did", "o que diz|dizia|fala|falava|tem|esta|ta|tava|estava na|no|nas|nos|a|o|as|os|escrito?"]));

    public static bool Find(Speech speech, Cursor cursor, out Verb verb, out int end)
    {
        verb = Verb.None;
        if (!Table.Find(cursor, out var found, out end) || speech.Tokens[cursor.At].Quoted)
        {
            return false;
        }

        verb = found.Verb;
        var at = new Cursor(cursor, end);
        return Head.Thing(speech, at) is { } thing && Suits(found.Things, thing, speech, at);
    }

    private static bool Suits(Things things, NounHit thing, Speech speech, Cursor after) => things switch
    {
        Things.Told => !thing.Plural && thing.Noun is Noun.Task or Noun.Reminder or Noun.Note,
        Things.Met => !thing.Plural && thing.Noun is Noun.Occasion or Noun.Event && after.Word is not ("call" or "visit" or "phone" or "quick"),
        Things.Closed => !thing.Plural && thing.Noun is Noun.Task or Noun.Reminder or Noun.Goal,
        Things.Edited => !thing.Plural && thing.Noun is Noun.Note or Noun.Task or Noun.Reminder,
        Things.Moved => !thing.Plural && thing.Noun is Noun.Task or Noun.Reminder or Noun.Event or Noun.Occasion && Goal(speech, after),
        Things.Shown => thing.Noun is Noun.Note || (thing.Plural && thing.Noun is not Noun.Profile),
        _ => !thing.Plural && thing.Noun is Noun.Task or Noun.Reminder or Noun.Note or Noun.Goal or Noun.Item && !IsWanted(speech, after),
    };

    /// <summary>"I don't need a reminder": nothing that is there is to go; "… anymore" says that it is.</summary>
    private static bool IsWanted(Speech speech, Cursor after)
    {
        var denied = after.Previous.Norm is "need" or "want" && speech.Tokens.Take(after.At).Any(token => token.Norm is "don");
        for (; denied && !after.AtEnd; after.Skip())
        {
            denied = after.Word is not ("anymore" or "longer" or "more");
        }

        return denied;
    }

    /// <summary>Something is moved or left "pra amanhã", "until Friday", "como prioridade alta".</summary>
    private static bool Goal(Speech speech, Cursor after)
    {
        for (; !after.AtEnd; after.Skip())
        {
            if (speech.TimeAt(after.At) is { IsPoint: true } time && time.From > 0
                && (speech.Tokens[time.From].Norm is "pra" or "para" or "pro" or "to" or "until" or "till" or "for" or "ate" or "a" or "as" or "by" || speech.Tokens[time.From - 1].Norm is "pra" or "para" or "pro" or "to" or "until" or "till" or "for" or "ate" or "a" or "as" or "by"))
            {
                return true;
            }

            if (after.Word is "mais" or "por" or "another" && after.Peek(1) is "meia" or "uma" or "um" or "uns" or "half" or "an" or "hour" or ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..])
            {
                return true;
            }

            if (after.Word is "prioridade" or "priority" || (after.Previous.Norm is "como" or "as" && after.Word is "urgente" or "prioritaria" or "importante" or "urgent" or "important"))
            {
                return true;
            }
        }

        return false;
    }
}
