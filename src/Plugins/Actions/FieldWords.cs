using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Names and values of columns and arguments in a person's words; one that has no words is called by its own name.</summary>
public static class FieldWords
{
    private const int Most = 120;
    private const string LocalSuffix = "_local";
    private static readonly Texts Text = new(typeof(FieldWords));

    /// <summary>Whether a column says something to a person: of a spoken time only its wall time does.</summary>
    public static bool Matters(string column) =>
        column is not ("user_id" or "id" or "origin" or "created_at" or "updated_at" or "search" or "anchor")
        && !column.EndsWith("_zone", StringComparison.Ordinal) && !column.EndsWith("_floats", StringComparison.Ordinal)
        && !column.EndsWith("_has_time", StringComparison.Ordinal) && column is not ("due_at" or "start_at" or "end_at");

    /// <summary>What a column or an argument is called.</summary>
    public static string Label(string name)
    {
        var key = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        key = key.EndsWith(LocalSuffix, StringComparison.Ordinal) ? key[..^LocalSuffix.Length] : key;
        return Text.Find($"Field_{key}") ?? key.Replace('_', ' ');
    }

    /// <summary>A column's value.</summary>
    public static string Value(JsonObject row, string column, Words words)
    {
        if (column.EndsWith(LocalSuffix, StringComparison.Ordinal) && Moment.TryParse(row[column]?.ToString(), out var local))
        {
            var hasTime = row[$"{column[..^LocalSuffix.Length]}_has_time"]?.GetValue<bool>() ?? true;
            return words.When(local with { HasTime = hasTime });
        }

        return Value(row[column], words);
    }

    /// <summary>An argument's value.</summary>
    public static string Value(JsonNode? value, Words words) => value switch
    {
        null => Text["Nothing"],
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Said(text.GetValue<string>(), words),
        _ => Text.Find($"Value_{value}") ?? Words.Start(value.ToJsonString(ToolJson.Options), Most),
    };

    private static string Said(string text, Words words)
    {
        if (Text.Find($"Value_{text}") is { } known)
        {
            return known;
        }

        return !Moment.TryParse(text, out var moment) ? $"“{Words.Start(text, Most)}”"
            : moment.Offset is null ? words.When(moment)
            : words.When(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
    }
}
