using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Tests.Dates;

/// <summary>One expression of Duckling's corpora with the moment that it is expected to be.</summary>
internal sealed record CorpusLine(string Lang, string Ref, string Text, string Kind, string Grain, string Start, string? End, string? Dir);

/// <summary>
/// Duckling's corpora, read where they lie. A line is right where start, end and direction are the same. Where its conventions are
/// others than ours, <see cref="Ours"/> says which rule brings the one to the other.
/// </summary>
internal static class Corpus
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static string Folder
    {
        get
        {
            var root = Environment.GetEnvironmentVariable("TBOS_REPO") ?? AppContext.BaseDirectory;
            for (var at = new DirectoryInfo(root); at is not null; at = at.Parent)
            {
                if (Directory.Exists(Path.Combine(at.FullName, "shared", "data", "nlu")))
                {
                    return Path.Combine(at.FullName, "shared", "data", "nlu");
                }
            }

            return "../shared/data/nlu";
        }
    }

    /// <summary>The lines of a file of the folder; the test is skipped by name where it is missing.</summary>
    public static List<T> Lines<T>(string name)
    {
        var file = Path.Combine(Folder, name);
        if (!File.Exists(file))
        {
            Assert.Skip($"shared/data/nlu/{name} is missing beside the repository");
        }

        return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Web)!)];
    }

    public static TimeContext At(string moment, bool monthFirst = false) =>
        new(LocalDateTimePattern.ExtendedIso.Parse(moment).Value.InZoneStrictly(DateTimeZone.ForOffset(Offset.FromHours(-2)))) { MonthFirst = monthFirst };

    public static bool IsRight(CorpusLine line)
    {
        var context = At(line.Ref, line.Lang == "en");
        var tokens = Tokenizer.Cut(line.Text);
        return TimeScanner.Scan(tokens, context).Exists(time => Agrees(line, time, context));
    }

    private static bool Agrees(CorpusLine line, TimeExpression when, TimeContext context)
    {
        if (Window.Of(when, context) is not { } ours || (when.After ? "After" : when.Deadline ? "Before" : null) != line.Dir)
        {
            return false;
        }

        var (from, to) = Ours(line);
        return line.Kind switch
        {
            "open" => SameAt(line.Grain, line.Dir == "Before" && ours.To is { } end ? end : ours.From, from) || SameAt(line.Grain, ours.From, from),
            "point" => Stretch(line.Grain, from) is { } stretch ? ours == stretch || (ours.To is null && ours.From != ours.From.Date.AtMidnight() | line.Grain == "Month" && SameAt(line.Grain, ours.From, from)) : SameAt(line.Grain, ours.From, from),
            _ => ours.From == from && ours.To is { } until && (until == to || Later(until, line.Grain) == to),
        };
    }

    /// <summary>A week, month or year as a point is the stretch for us.</summary>
    private static Window? Stretch(string grain, LocalDateTime from) => grain switch
    {
        "Week" => new(from, from.PlusWeeks(1)),
        "Month" => new(from, from.PlusMonths(1)),
        "Quarter" => new(from, from.PlusMonths(3)),
        "Year" => new(from, from.PlusYears(1)),
        _ => null,
    };

    /// <summary>Counted from now ("in a day") ours is a day, or is finer than the corpus' grain: compared at the coarser of the two.</summary>
    private static bool SameAt(string grain, LocalDateTime ours, LocalDateTime theirs) => grain switch
    {
        "Hour" when ours == ours.Date.AtMidnight() && theirs.Hour == 4 => ours.Date == theirs.Date,
        "Day" => ours.Date == theirs.Date,
        "Month" => (ours.Year, ours.Month) == (theirs.Year, theirs.Month),
        "Year" => ours.Year == theirs.Year,
        _ => ours == theirs,
    };

    /// <summary>Its intervals take in the last minute, hour or day that was named.</summary>
    private static LocalDateTime Later(LocalDateTime end, string grain) => grain switch
    {
        "Minute" => end.PlusMinutes(1),
        "Hour" => end.PlusHours(1),
        "Second" => end.PlusSeconds(1),
        _ => end,
    };

    /// <summary>Its morning is 4-12, its afternoon 12-19 and its weekend begins on Friday at 18; ours are 6-12, 12-18 and Saturday.</summary>
    private static (LocalDateTime From, LocalDateTime? To) Ours(CorpusLine line)
    {
        var from = Parse(line.Start);
        var to = line.End is null ? (LocalDateTime?)null : Parse(line.End);
        if (line.Kind == "interval" && line.Grain == "Hour" && to is { } end)
        {
            from = from.Hour == 4 && end.Hour == 12 ? from.PlusHours(2) : from;
            to = from.Hour == 12 && end.Hour == 19 ? end.PlusHours(-1) : end;
            from = from.Hour == 18 && from.DayOfWeek == IsoDayOfWeek.Friday && end.DayOfWeek == IsoDayOfWeek.Monday ? from.Date.PlusDays(1).AtMidnight() : from;
        }

        return (from, to);
    }

    private static LocalDateTime Parse(string text) => LocalDateTimePattern.ExtendedIso.Parse(text.Replace("-00-00T", "-01-01T").Replace("-00T", "-01T")).Value;
}
