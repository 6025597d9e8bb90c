using System.Globalization;
using System.Text;
using NodaTime;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models.Context;

/// <summary>
/// What a model is told beside the conversation, as labelled data ahead of the person's words: the moment, goals, the day, memories,
/// insights. It stands there and not in the system prompt, so that what is the same every time comes first and can be cached.
/// </summary>
internal static class DataBlock
{
    /// <summary>The block; the kinds of data in it are added to <paramref name="held"/>.</summary>
    public static string Of(TurnContext context, Person person, IReadOnlySet<DataKind> kept, ISet<string> held)
    {
        var block = new StringBuilder("<dados>\n");
        var now = Instant.FromDateTimeOffset(context.SaidAt).InZone(person.Zone);
        block.AppendLine(CultureInfo.InvariantCulture, $"now: {now.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)} {now.DayOfWeek} ({person.Zone.Id})");
        Add(block, held, "goals", context.Goals);
        if (context.Day is { } day)
        {
            Add(block, held, "events", Lines(day, "event"));
            Add(block, held, "tasks", Lines(day, "task"));
            Add(block, held, "reminders", Lines(day, "reminder"));
            Add(block, held, "memories", kept.Contains(DataKind.Memories) ? [] : day.Memories);
            Add(block, held, "insights", kept.Contains(DataKind.Health) ? [] : day.Insights);
        }

        if (kept.Count > 0)
        {
            block.AppendLine(CultureInfo.InvariantCulture, $"switched off by the person: {string.Join(", ", kept.Select(Data.Code.Of).Order(StringComparer.Ordinal))}");
        }

        return block.Append("</dados>").ToString();
    }

    private static List<string> Lines(TurnDay day, string kind) => [.. day.Lines.Where(line => line.Kind == kind).Select(line => string.Create(
        CultureInfo.InvariantCulture,
        $"{(line.HasTime ? line.When.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : line.When.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))} {line.Text ?? $"{kind} of others"}"))];

    private static void Add(StringBuilder block, ISet<string> held, string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        held.Add(name);
        block.AppendLine(CultureInfo.InvariantCulture, $"{name}:");
        foreach (var line in lines)
        {
            // One line each: what stands in it cannot end the block.
            block.Append("- ").AppendLine(line.ReplaceLineEndings(" ").Replace("</dados>", "", StringComparison.OrdinalIgnoreCase));
        }
    }
}
