using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>An hour as spoken. Sure: nothing about it is left to guess ("15h", "3pm", "03:00"). Said in another zone it may be of the day before or after.</summary>
internal readonly record struct ClockTime(LocalTime Time, bool Sure, int DayShift = 0);

/// <summary>What a day was said by, where that leaves open which one it is: "sexta", "dia 5", "10 de fevereiro".</summary>
internal readonly record struct LooseDay(IsoDayOfWeek? Weekday = null, int? MonthDay = null, AnnualDate? Date = null);

/// <summary>
/// A piece of time found in a text: which tokens it took, and what they say. Pieces that complete each other
/// ("quinta", "12h30") are joined; a field that nobody spoke of is null.
/// </summary>
internal sealed record TimeExpression
{
    public required int From { get; init; }
    public required int To { get; init; }

    public LocalDate? Day { get; init; }
    /// <summary>The last day of a range of days, inclusive.</summary>
    public LocalDate? LastDay { get; init; }
    /// <summary>The one day that stands for a range where one is needed: the 30th for "fim do mês".</summary>
    public LocalDate? Anchor { get; init; }
    /// <summary>The other day that a person could mean: for "sexta que vem" this week's Friday.</summary>
    public LocalDate? OtherDay { get; init; }
    public LooseDay? Loose { get; init; }

    public ClockTime? Clock { get; init; }
    public ClockTime? EndClock { get; init; }
    public DayPart? Part { get; init; }
    /// <summary>A moment counted from when it was said: "daqui a 20 minutos".</summary>
    public ZonedDateTime? Counted { get; init; }
    public Recurrence? Recurrence { get; init; }
    /// <summary>How long something takes: "por 30 minutos".</summary>
    public int? Minutes { get; init; }
    /// <summary>The same for any unit: "por 3 meses".</summary>
    public Span? For { get; init; }
    /// <summary>The last day of a length in days or months that begins today.</summary>
    public LocalDate? Ends { get; init; }
    /// <summary>How often a repetition comes: "10 vezes".</summary>
    public int? Count { get; init; }
    /// <summary>"até sexta", "by friday": open at its beginning.</summary>
    public bool Deadline { get; init; }
    /// <summary>"Agora": any other time that is spoken of is meant rather.</summary>
    public bool Now { get; init; }

    /// <summary>"Depois das 17h", "a partir de segunda": open at its end.</summary>
    public bool After { get; init; }

    /// <summary>An exact stretch that is neither days nor hours of a day: "próximas 3 horas". Nothing is planned by it.</summary>
    public Window? Window { get; init; }

    /// <summary>A range that is going on now: "esta semana".</summary>
    public bool Current { get; init; }
    public IReadOnlyList<Assumed> Assumptions { get; init; } = [];

    public bool IsPoint => Day is not null || Clock is not null || Counted is not null || Recurrence is not null || Part is not null;
    public bool HasClock => Clock is not null || Counted is not null;

    public TimeExpression Assume(Assumed assumption) => this with { Assumptions = [.. Assumptions, assumption] };
}
