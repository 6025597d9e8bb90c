using System.Globalization;

namespace TbPersonalOs.Plugins;

/// <summary>The languages in which the assistant speaks.</summary>
public static class Languages
{
    /// <summary>Brazilian Portuguese: the first language, and the one for unknown ones.</summary>
    public static CultureInfo Portuguese { get; } = CultureInfo.GetCultureInfo("pt-BR");

    /// <summary>English.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>The language of a code such as <c>pt-BR</c> or <c>en</c>.</summary>
    public static CultureInfo Of(string? code) =>
        code?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Portuguese;
}
