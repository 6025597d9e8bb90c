using System.Globalization;

namespace TbPersonalOs.Plugins;

/// <summary>The languages in which the assistant speaks.</summary>
public static class Languages
{
    private static readonly Texts Text = new(typeof(Languages));

    /// <summary>Brazilian Portuguese: the first language, and the one for unknown ones.</summary>
    public static CultureInfo Portuguese { get; } = CultureInfo.GetCultureInfo("pt-BR");

    /// <summary>English.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>The language of a code such as <c>pt-BR</c> or <c>en</c>.</summary>
    public static CultureInfo Of(string? code) =>
        code?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Portuguese;

    /// <summary>The code of a language as people name it.</summary>
    /// <exception cref="ToolException">invalid where it is neither of the two.</exception>
    public static string Read(string language) => WordMatch.Plain(language.Trim()) switch
    {
        "pt" or "pt-br" or "pt_br" or "portugues" or "portuguese" => Portuguese.Name,
        "en" or "en-us" or "en-gb" or "ingles" or "english" => English.Name,
        _ => throw new ToolException(ErrorCode.Invalid, Text["UnknownLanguage", language]) { Parameter = "language" },
    };

    /// <summary>
    /// Makes a language the culture of all that the calling method starts from here. It does not flow back to a caller of an
    /// asynchronous method: call it where the work is begun.
    /// </summary>
    public static void Speak(this CultureInfo language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;
}
