using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TbPersonalOs.Data;

/// <summary>
/// Every column that could hold a person's words, and whether it does: as its entity says by <see cref="WordsAttribute"/> or
/// <see cref="NoWordsAttribute"/>. Forgetting goes by this list, and so does whatever must not carry words elsewhere.
/// </summary>
public static class WordsRegistry
{
    private static readonly List<(string Column, PropertyInfo Property)> Columns = Read();

    /// <summary>Columns with a person's words, or words made from them, and what these are.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = Columns
        .Select(column => (column.Column, What: column.Property.GetCustomAttribute<WordsAttribute>()?.What))
        .Where(column => column.What is not null).ToDictionary(column => column.Column, column => column.What!);

    /// <summary>Columns without a person's words, and what they hold.</summary>
    public static IReadOnlyDictionary<string, string> Codes { get; } = Columns
        .Select(column => (column.Column, What: column.Property.GetCustomAttribute<NoWordsAttribute>()?.What ?? NameOfEnum(column.Property)))
        .Where(column => column.What is not null)
        .Append((Column: "public.__EFMigrationsHistory.migration_id", What: "name of a migration"))
        .Append((Column: "public.__EFMigrationsHistory.product_version", What: "version of EF Core"))
        .ToDictionary(column => column.Column, column => column.What!);

    private static string? NameOfEnum(PropertyInfo property) =>
        (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { IsEnum: true } type ? type.Name : null;

    private static List<(string, PropertyInfo)> Read()
    {
        using var db = new DesignTime().CreateDbContext([]);
        return [.. db.Model.GetEntityTypes().SelectMany(Of)];
    }

    private static IEnumerable<(string, PropertyInfo)> Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        return type.GetFlattenedProperties().Where(property => property.PropertyInfo is not null)
            .Select(property => ($"{table.Schema ?? "public"}.{table.Name}.{property.GetColumnName(table)}", property.PropertyInfo!));
    }
}
