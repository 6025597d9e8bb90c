using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>The names of the days of the week, whole and short. "Segunda" to "sexta" are places in a row too, "ter", "sat" and "sun" words.</summary>
internal static class WeekdayNames
{
    private static readonly FrozenDictionary<string, IsoDayOfWeek> Names = Rows(
        ["segunda segundas monday mondays", "terca tercas tuesday tuesdays", "quarta quartas wednesday wednesdays", "quinta quintas thursday thursdays",
         "sexta sextas friday fridays", "sabado sabados saturday saturdays", "domingo domingos sunday sundays"]);

    /// <summary>Short names that are also other words: only beside a clock or after a preposition of time.</summary>
    private static readonly FrozenDictionary<string, IsoDayOfWeek> ShortNames = Rows(
        ["seg mon", "ter tue tues", "qua wed weds", "qui thu thur thurs", "sex fri", "sab sat", "dom sun"]);

    private static readonly FrozenSet<string> Ordinary = FrozenSet.ToFrozenSet(["segunda", "terca", "quarta", "quinta", "sexta"]);

    private static readonly FrozenSet<string> OrdinalNouns = FrozenSet.ToFrozenSet(
        ["via", "vez", "parte", "tarefa", "opcao", "fase", "chance", "guerra", "edicao", "serie", "turma", "reuniao", "parcela", "dose", "temporada", "etapa", "nota", "da",
         "de", "do", "linha", "coluna", "casa", "divisao", "camada", "chamada", "aula", "prova", "pagina", "pessoa", "mao", "instancia", "infancia", "classe", "ordem",
         "maior", "melhor", "pior", "leitura", "tentativa", "versao", "semana", "quinzena", "metade", "mensagem", "pergunta", "ligacao", "avenida", "rua", "loja",
         "faixa", "vara", "idade", "opiniao", "lingua", "carta", "colocada", "colocacao", "posicao", "vaga", "entrada", "rodada", "geracao", "categoria"]);

    /// <summary><paramref name="inRow"/>: it stands among other days, so that a short name is a day for sure.</summary>
    public static bool Take(ref Cursor cursor, out IsoDayOfWeek day, bool inRow = false)
    {
        if (!cursor.TakeFrom(Names, out day) && !(inRow ? cursor.TakeFrom(ShortNames, out day) : Short(ref cursor, out day)))
        {
            return false;
        }

        cursor.Take("feira");
        return true;
    }

    /// <summary>A name in the plural, feira or not: "segundas", "mondays".</summary>
    public static bool IsPlural(Cursor at) => at.Word.EndsWith('s') && at.Word is not ("tues" or "thurs" or "weds") && Take(ref at, out _);

    /// <summary>"Segunda via", "quarta série": the word just read is a place in a row, not a day.</summary>
    public static bool IsOrdinal(Cursor after, int from) =>
        after.At == from + 1 && Ordinary.Contains(after.Previous.Norm) && OrdinalNouns.Contains(after.Word)
        && !(after.Word == "da" && after.Peek(1) is "semana" or "proxima" or "manha" or "outra" or "noite" or "tarde")
        && !(after.Word == "de" && after.Peek(1) is "manha" or "tarde" or "noite" or "madrugada" or "tardinha" or "manhazinha" or "noitinha")
        && !(after.Word is "da" or "de" && (char.IsAsciiDigit(after.Peek(1).FirstOrDefault()) || Numbers.IsWord(after.Peek(1))))
        && !(after.Word is "da" or "de" or "do" && new Cursor(after, from).Previous.Norm is not ("a" or "uma" or "essa" or "minha" or "the"));

    private static bool Short(ref Cursor cursor, out IsoDayOfWeek day)
    {
        if (!ShortNames.TryGetValue(cursor.Word, out day))
        {
            return false;
        }

        var before = cursor.Previous.Norm;
        var next = cursor.Peek(1);
        var sure = before is "na" or "no" or "on" or "next" or "this" or "every" or "until" or "by" or "toda" or "todo" or "pra" or "ate" or "seg" or "qua" or "ter"
            || (before is "a" && cursor.At > 1 && new Cursor(cursor, cursor.At - 2).Word is var first && (Names.ContainsKey(first) || ShortNames.ContainsKey(first)))
            || next is "as" or "at" or "a" or "." or "agora" || (next is "das" && char.IsAsciiDigit(cursor.Peek(2).FirstOrDefault())) || (next == "que" && cursor.Peek(2) == "vem") || char.IsAsciiDigit(next.FirstOrDefault()) || (next == "," && cursor.At == 0)
            || (cursor.Word is not ("ter" or "sat" or "sun" or "dom" or "mon" or "wed") && next is not ("" or "shop" or "appeal" or "tape") && ((cursor.At == 0 && cursor.Word != "sex") || before is "," or ":" or "\n"))
            || (cursor.Word == "ter" && before is "," or ":" && next.Length > 3 && next[^1] == 'r' && next[^2] is 'a' or 'e' or 'i')
            || (cursor.Word is not "sun" && next == "de" && cursor.Peek(2) is "manha" or "tarde" or "noite" or "madrugada")
            || (cursor.Word is "seg" or "qui" or "qua" or "sab" or "fri" or "thu" or "tue" && !cursor.Previous.IsNumber && next is "" or "," or "." or "?" or "!" or ";" or "e" or "and" or "\n")
            || (cursor.Word == "sex" && before is not ("de" or "do" or "of" or "same" or "the" or "opposite" or "her" or "his") && cursor.At > 2 && next is "" or "," or "." or "?" or "!" or "e" && IsPortuguese(cursor));
        var ends = cursor.At + 1 >= cursor.Limit && (cursor.Word is not "ter" and not "sat" and not "sun" and not "sex" and not "dom" || cursor.At == 0 || before == ",");
        if (!(sure || ends) || !cursor.TakeFrom(ShortNames, out day))
        {
            return false;
        }

        cursor.Take(".");
        return true;
    }

    /// <summary>"Pagar a luz sex": among Portuguese words it is Friday.</summary>
    private static bool IsPortuguese(Cursor cursor)
    {
        for (var at = 0; at < cursor.At; at++)
        {
            if (new Cursor(cursor, at).Word is "que" or "da" or "na" or "pra" or "pro" or "com" or "para" or "em" or "de" or "me" or "um" or "uma" or "do" or "os" or "as" or "ao" or "quero" or "comprar" or "pagar" or "ligar")
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, IsoDayOfWeek> Rows(string[] rows) =>
        rows.SelectMany((row, at) => row.Split(' ').Select(word => (word, (IsoDayOfWeek)(at + 1)))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2);
}
