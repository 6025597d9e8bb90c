using System.Text.Json;

namespace TbPersonalOs.Data;

/// <summary>An enum's value as it is stored and as it travels: its name in snake_case.</summary>
public static class Code
{
    /// <summary>The code of a value.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a code.</summary>
    public static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(code.Replace("_", "", StringComparison.Ordinal), true);
}
