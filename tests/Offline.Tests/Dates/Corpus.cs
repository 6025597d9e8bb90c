using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Tests.Dates;

/// <summary>One expression of Duckling's corpora with the moment that it is expected to be.</summary>
internal sealed record CorpusLine(string Lang, string Ref, string Text, string Kind, string Grain, string Start, string? End, string? Dir);

/// <summary>The corpora, read where they lie beside the repository.</summary>
internal static class Corpus
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The lines of a file of the folder; the test is skipped by name where it is missing.</summary>
    public static List<T> Lines<T>(string name)
    {
        var file = Path.Combine(Folder(), name);
        if (!File.Exists(file))
        {
            Assert.Skip($"shared/data/nlu/{name} is missing beside the repository (TBOS_REPO names another one)");
        }

        return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Web)!)];
    }

    public static TimeContext At(string moment, DateTimeZone zone, bool monthFirst = false) =>
        new(LocalDateTimePattern.ExtendedIso.Parse(moment).Value.InZoneLeniently(zone)) { MonthFirst = monthFirst };

    public static List<TimeExpression> Scan(string text, TimeContext context) => TimeScanner.Scan(Tokenizer.Cut(text), context);

    /// <summary>What was read, for a list of misses.</summary>
    public static string Said(string text, TimeContext context) => string.Join(" + ", Scan(text, context).Select(when =>
        Window.Of(when, context) is { } window ? $"{window.From:uuuu-MM-ddTHH:mm}..{window.To:uuuu-MM-ddTHH:mm}{(when.After ? " After" : when.Deadline ? " Before" : "")}" : "?"));

    private static string Folder()
    {
        var root = Environment.GetEnvironmentVariable("TBOS_REPO") ?? AppContext.BaseDirectory;
        for (var at = new DirectoryInfo(root); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "nlu");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return "../shared/data/nlu";
    }
}
