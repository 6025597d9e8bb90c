namespace TbPersonalOs.Plugins;

/// <summary>Checks of arguments that every plugin makes in the same way.</summary>
public static class Checks
{
    /// <summary>Longest text of one thing, in characters.</summary>
    public const int MostText = 20_000;

    private static readonly Texts Text = new(typeof(Checks));

    /// <summary>The trimmed text; invalid where it is empty or too long.</summary>
    public static string Required(string? text, string parameter, int most = 500)
    {
        var trimmed = text?.Trim();
        return trimmed switch
        {
            null or "" => throw new ToolException(ErrorCode.Invalid, Text["Empty", parameter]) { Parameter = parameter },
            { Length: var length } when length > most =>
                throw new ToolException(ErrorCode.Invalid, Text["TooLong", most]) { Parameter = parameter },
            _ => trimmed,
        };
    }

    /// <summary>The trimmed text, or null where there is none.</summary>
    public static string? Optional(string? text, string parameter, int most = MostText) =>
        string.IsNullOrWhiteSpace(text) ? null : Required(text, parameter, most);
}
