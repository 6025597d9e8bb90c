using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates.Feasts;

namespace TbPersonalOs.Offline.Dates;

/// <summary>When and where the person spoke, and what holds there.</summary>
internal sealed record TimeContext(ZonedDateTime Now)
{
    private static readonly FrozenSet<string> Brazil = FrozenSet.ToFrozenSet(
        ["America/Sao_Paulo", "America/Bahia", "America/Fortaleza", "America/Recife", "America/Maceio", "America/Belem", "America/Manaus", "America/Cuiaba",
         "America/Campo_Grande", "America/Porto_Velho", "America/Boa_Vista", "America/Rio_Branco", "America/Araguaina", "America/Santarem", "America/Noronha"]);

    /// <summary>True where 2/3 is the third of February.</summary>
    public bool MonthFirst { get; init; }

    /// <summary>True where an amount of time alone ("2 horas") is looked for too; in a title it stays a word.</summary>
    public bool BareLengths { get; init; }

    /// <summary>Days off of the person's own: business days skip them like the national ones.</summary>
    public IReadOnlySet<LocalDate> Holidays { get; init; } = FrozenSet<LocalDate>.Empty;

    /// <summary>Set while a text is scanned.</summary>
    public ScanMemo? Memo { get; init; }

    public LocalDate Today => Now.Date;
    public LocalTime Time => Now.TimeOfDay;

    public bool IsBrazilian => Brazil.Contains(Now.Zone.Id);

    public bool IsSouthern => IsBrazilian || Now.Zone.Id.StartsWith("Australia/", StringComparison.Ordinal) || Now.Zone.Id.StartsWith("America/Argentina/", StringComparison.Ordinal);

    public bool IsWorkday(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Holidays.Contains(day) && !(IsBrazilian && NationalHolidays.Contains(day));

    /// <summary>So many business days on, or back.</summary>
    public LocalDate PlusWorkdays(LocalDate day, int count)
    {
        for (var step = Math.Sign(count); count != 0;)
        {
            day = day.PlusDays(step);
            count -= IsWorkday(day) ? step : 0;
        }

        return day;
    }

    /// <summary>The wall time in the person's zone: one that the clocks skip comes as much later, of one that they show twice the first is taken.</summary>
    public ZonedDateTime At(LocalDateTime local) => Now.Zone.AtLeniently(local);

    /// <summary>Reads the turn's context; without a usable one the moment is unknown and null comes back.</summary>
    public static TimeContext? Read(string? now, string? zone)
    {
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(now ?? "");
        if (!parsed.Success)
        {
            return DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, out var loose)
                ? At(loose, zone, OffsetDateTime.FromDateTimeOffset(loose).Offset)
                : null;
        }

        return At(parsed.Value.ToDateTimeOffset(), zone, parsed.Value.Offset);
    }

    public TimeContext Saying(DateTimeOffset at) => this with { Now = Instant.FromDateTimeOffset(at).InZone(Now.Zone) };

    private static TimeContext At(DateTimeOffset at, string? zone, Offset offset) =>
        new(Instant.FromDateTimeOffset(at).InZone(
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "") ?? DateTimeZone.ForOffset(offset)));
}
