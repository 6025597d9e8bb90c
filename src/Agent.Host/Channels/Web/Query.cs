using System.Text.Json;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>Values of a query string, written as everywhere else.</summary>
internal static class Query
{
    private static readonly Texts Text = new(typeof(Query));

    /// <summary>A day or a time, or null where none is given.</summary>
    public static Moment? Day(string? text, string parameter) => text is null ? null
        : Moment.TryParse(text, out var moment) ? moment
        : throw new ToolException(ErrorCode.Invalid, Text["NotADay", text]) { Parameter = parameter };

    /// <summary>One of several codes, or <paramref name="usual"/> where none is given.</summary>
    public static TEnum OneOf<TEnum>(string? text, string parameter, TEnum usual)
        where TEnum : struct, Enum
    {
        var codes = Enum.GetValues<TEnum>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.OrdinalIgnoreCase);
        return text is null ? usual
            : codes.TryGetValue(text, out var value) ? value
            : throw new ToolException(ErrorCode.Invalid, Text["NoneOf", text, string.Join(", ", codes.Keys)]) { Parameter = parameter };
    }
}
