using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TbPersonalOs.Data;

/// <summary>Stores an enum as its name in snake_case, so that a row can be read without the code.</summary>
internal sealed class CodeConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => Code.Of(value),
    code => Code.Parse<TEnum>(code))
    where TEnum : struct, Enum;

internal static class CodeConverter
{
    public static void UseFor(IMutableEntityType type)
    {
        foreach (var property in type.GetProperties())
        {
            var plain = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (plain.IsEnum)
            {
                property.SetValueConverter(typeof(CodeConverter<>).MakeGenericType(plain));
                property.SetProviderClrType(null);
            }
        }
    }
}
