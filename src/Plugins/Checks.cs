using System.Globalization;
using NodaTime;

namespace TbPersonalOs.Plugins;

/// <summary>Checks of arguments that every plugin makes in the same way.</summary>
public static class Checks
{
    /// <summary>Longest text of one thing, in characters.</summary>
    public const int MostText = 20_000;

    private static readonly Texts Text = new(typeof(Checks));

    /// <summary>
    /// The trimmed text; invalid where it is empty or too long. Control characters, which the database refuses, go; only the longest
    /// texts keep their lines: elsewhere a second line could pass for a receipt.
    /// </summary>
    public static string Required(string? text, string parameter, int most = 500)
    {
        var clean = string.Concat((text ?? "")
            .Select(letter => letter is '\n' or '\t' && most < MostText ? ' ' : letter)
            .Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')).Trim();
        return clean switch
        {
            "" => throw new ToolException(ErrorCode.Invalid, Text["Empty", NameOf(parameter)]) { Parameter = parameter },
            { Length: var length } when length > most =>
                throw new ToolException(ErrorCode.Invalid, Text["TooLong", most]) { Parameter = parameter },
            _ => clean,
        };
    }

    /// <summary>The trimmed text, or null where there is none.</summary>
    public static string? Optional(string? text, string parameter, int most = MostText) =>
        string.IsNullOrWhiteSpace(text) ? null : Required(text, parameter, most);

    /// <summary>Throws invalid where a number is given and out of its range.</summary>
    public static void Within<T>(T? number, T least, T most, string parameter)
        where T : struct, IComparable<T>
    {
        if (number is { } given && (given.CompareTo(least) < 0 || given.CompareTo(most) > 0))
        {
            throw new ToolException(ErrorCode.Invalid, Text["OutOfRange", NameOf(parameter), least, most]) { Parameter = parameter };
        }
    }

    /// <summary>First and last day of a range; invalid where it ends before it begins.</summary>
    public static (LocalDate First, LocalDate Last) Range(LocalDate first, LocalDate last) => last < first
        ? throw new ToolException(ErrorCode.Invalid, Text["RangeEndsFirst"]) { Parameter = "to" }
        : (first, last);

    /// <summary>An hour of the day, as <c>09:00</c> or <c>9:00</c>; invalid where it is none.</summary>
    public static TimeOnly Hour(string? text, string parameter) =>
        TimeOnly.TryParseExact(Required(text, parameter), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour
            : throw new ToolException(ErrorCode.Invalid, Text["NoHour", text]) { Parameter = parameter };

    private static string NameOf(string parameter) => Text.Find($"Name_{parameter}") ?? parameter;
}
