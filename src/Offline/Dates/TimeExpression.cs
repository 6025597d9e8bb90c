using NodaTime;

namespace TbPersonalOs.Offline.Dates;

internal enum DayPart { Morning, Afternoon, Evening }

/// <summary>What a reading took for granted, so that a card can offer the other one.</summary>
internal enum Assumed { Afternoon, NextDay, NextMonth, NextYear, NextWeek, HourOfPart, DefaultHour }

/// <summary>An hour as spoken. Sure: nothing about it is left to guess ("15h", "3pm", "03:00").</summary>
internal readonly record struct ClockTime(LocalTime Time, bool Sure);

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
    public ClockTime? Clock { get; init; }
    public ClockTime? EndClock { get; init; }
    public DayPart? Part { get; init; }
    /// <summary>A moment counted from when it was said: "daqui a 20 minutos".</summary>
    public ZonedDateTime? Counted { get; init; }
    public Recurrence? Recurrence { get; init; }
    /// <summary>How long something takes: "por 30 minutos".</summary>
    public int? Minutes { get; init; }
    /// <summary>"até sexta", "by friday".</summary>
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
