using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Signs, in the words that were taken as a name, that a message was read otherwise than it was meant.</summary>
internal static class Misreadings
{
    private const int MostWords = 18;

    /// <summary>They leave a name open at its end.</summary>
    private static readonly FrozenSet<string> Hanging = FrozenSet.ToFrozenSet(
        ["de", "da", "do", "dos", "das", "pra", "para", "pro", "com", "que", "e", "ou", "mas", "por", "em", "no", "na", "ao", "um", "uma", "porque", "quando", "ate",
            "and", "or", "but", "to", "for", "with", "the", "at", "from", "of", "because", "since", "so", "until", "my", "an", "by"]);

    /// <summary>Nothing that is to be done or to be told begins with them.</summary>
    private static readonly PhraseTable<bool> Openings = new((true,
        ["nao|no ,", "por que", "because", "since", "and", "but", "mas", "senao", "pois", "otherwise", "out|down|off|aside for|a|an|the", "fica|fique|ficar de me",
            "make|set|schedule|create an|a appointment|meeting|reminder|alarm|event",
            "acorde|acorda|lembre|lembra|avise|avisa me", "marca|marque|agenda|agende|cria|crie o|a|um|uma", "grab 1|2|3|4|5|10|15|20|30|45|an|a"]));

    /// <summary>Wherever they stand after the first word, another sentence has run into the name.</summary>
    private static readonly PhraseTable<bool> Running = new((true,
        ["me lembra|lembre|lembrar|avisa|avise|acorda|acorde|cutuca de|da|do|que|pra|as|amanha|hoje", "remind|wake me", "tenho|temos que", "preciso|precisamos",
            "i|we have|need|ve|gotta|must to?", "tenho|temos prova|aula|reuniao|consulta|dentista|medico",
            ": marca|marque|agenda|cria|bota|poe|coloca", "in|on|to my diary|calendar|agenda|planner", "na|no minha|meu agenda|calendario|diario",
            ", comecando|starting|iniciando|ate|until",
            "every|toda|todo monday|tuesday|wednesday|thursday|friday|saturday|sunday|day|week|segunda|terca|quarta|quinta|sexta|sabado|domingo|dia|semana"]));

    /// <summary>Short forms of days and hours that no reader of times knew there.</summary>
    private static readonly FrozenSet<string> Times = FrozenSet.ToFrozenSet(
        ["amh", "amnh", "amha", "amanha", "hj", "dps", "tmrw", "tmr", "tomorrow", "tonite", "2mrw", "2moro", "oclock", "hoje", "tonight", "ontem", "yesterday"]);

    private static readonly FrozenSet<string> Days = FrozenSet.ToFrozenSet(["seg", "ter", "qua", "qui", "sex", "sab", "dom", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

    public static bool In(string name, bool made)
    {
        var tokens = Tokenizer.Cut(name);
        return tokens.Count > 0 && (IsUneven(name) || tokens.Count(token => token.IsWord) > MostWords || (made && (IsOpen(tokens) || IsTimed(tokens) || Runs(tokens))));
    }

    private static readonly FrozenSet<string> Weekdays = FrozenSet.ToFrozenSet(["segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo", "monday", "tuesday",
            "wednesday", "thursday", "friday", "saturday", "sunday"]);

    /// <summary>"Leite amanhã": a word with a day is more than a sigh.</summary>
    public static bool NamesDay(string text) =>
        text.LastIndexOf(' ') is > 0 and var space && Normalizer.Fold(text[(space + 1)..]) is var last && (Weekdays.Contains(last) || Times.Contains(last));

    /// <summary>A quotation mark or a parenthesis without the other.</summary>
    private static bool IsUneven(string name) =>
        name.Count('"'.Equals) % 2 == 1 || name.Count('('.Equals) > name.Count(')'.Equals) || name.Count('“'.Equals) != name.Count('”'.Equals)
        || (name.Count('\''.Equals) % 2 == 1 && (name.StartsWith('\'') || OpensWord(name) || EndsWord(name)));

    private static bool OpensWord(string name) =>
        name.Contains(" '", StringComparison.Ordinal) && !name.Contains(" 'em", StringComparison.Ordinal) && !name.Contains(" 'til", StringComparison.Ordinal);

    private static bool EndsWord(string name) => name.Contains("' ", StringComparison.Ordinal) && !name.Contains("s' ", StringComparison.Ordinal);

    private static bool IsOpen(List<Token> tokens) =>
        (tokens.Count > 1 && tokens[^1] is { IsWord: true, Quoted: false } last && Hanging.Contains(last.Norm) && !last.Raw.Any(char.IsUpper))
        || (tokens.Count > 2 && tokens[^1].Norm is "depois" or "then" or "afterwards" && tokens.Exists(token => token.Norm is "e" or "and"))
        || Openings.Find(new Cursor(tokens, 0, tokens.Count), out _, out _);

    private static bool IsTimed(List<Token> tokens) =>
        (tokens.Count == 1 && Days.Contains(tokens[0].Norm)) || tokens.Exists(token => Times.Contains(token.Norm) && token is { IsWord: true, Quoted: false } && !(token.Norm is "hoje" or "tomorrow" or "tonight" or "amanha"));

    private static bool Runs(List<Token> tokens)
    {
        for (var at = 1; at < tokens.Count - 1; at++)
        {
            if (tokens[at].Norm is "\n" or ";" || (!tokens[at].Quoted && Running.Find(new Cursor(tokens, at, tokens.Count), out _, out _)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Visiting my sister here, dinner at her place": what the event is comes only after the comma.</summary>
    public static bool HasLateThing(string name)
    {
        var tokens = Tokenizer.Cut(name);
        var comma = tokens.FindIndex(token => token.Is(","));
        return comma > 2 && !HasThing(tokens, 0, comma) && HasThing(tokens, comma + 1, tokens.Count);
    }

    private static bool HasThing(List<Token> tokens, int from, int to)
    {
        for (; from < to; from++)
        {
            if (NounTable.Table.Find(new Cursor(tokens, from, to), out var noun, out _) && noun.Noun is Noun.Occasion or Noun.Event)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A day that was not taken as the time and does not say which thing is meant: "… lavar o carro sábado ligar pro tio".</summary>
    public static bool HasLooseDay(IReadOnlyList<Token> tokens, List<TimeExpression> times) =>
        times.Exists(time => time is { Day: not null, Recurrence: null } && !(Leads(tokens, time.From) || Leads(tokens, time.From - 1)) && time.From > 0
            && (time.To == tokens.Count || !tokens[time.To].IsWord || ThingsToDo.IsInfinitive(tokens[time.To].Norm)) && char.IsLetter(tokens[time.From].Raw[0]));

    private static bool Leads(IReadOnlyList<Token> tokens, int at) => at >= 0 && tokens[at].Norm is "de" or "do" or "da" or "dos" or "das" or "of" or "pra" or "para" or "for" or "pro" or "the" or "until" or "ate";
}
