namespace TbPersonalOs.Offline.Text;

/// <summary>Words of time that are understood with a slip of the finger wherever they stand: "amnhã", "segnda", "tomorow".</summary>
internal static class TimeWords
{
    private static readonly string[] Words =
    [
        "every", "amanha", "anteontem", "segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo", "semana", "semanas", "minutos", "minuto",
        "janeiro", "fevereiro", "abril", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro", "madrugada",
        "tomorrow", "yesterday", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "afternoon",
        "morning", "evening", "minutes", "january", "february", "april", "august", "september", "october", "november", "december",
    ];

    /// <summary>Other words that are one slip away from them.</summary>
    private static readonly string[] LookAlikes =
    [
        "very", "even", "ever", "event", "envery", "minto", "domino", "dominos", "quarto", "quartos", "quinto", "sexto", "segundo", "segundos", "segundas",
        "terra", "terno", "terco", "sabao", "quintal", "quintas", "quanta", "sesta", "sextas", "minuta", "minute",
        "abrir", "abriu", "sabados", "domingos", "tercas", "quartas", "semanal", "sundae", "meninos", "modern", "friday", "fridays", "mondays", "sundays", "saturdays", "thursdays", "tuesdays",
        "wednesdays", "weekends", "mornings", "evenings", "afternoons", "julho", "junho", "warning", "mourning", "everning", "sobado", "julio", "junio", "juliao", "abrao", "abriel", "seguida",
    ];

    private static readonly Spelling Known = new(Words, LookAlikes);

    public static string Of(string word) => Known.Of(word);
}
