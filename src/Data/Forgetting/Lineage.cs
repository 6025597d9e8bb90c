using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TbPersonalOs.Data;

/// <summary>A table whose rows can be forgotten by themselves.</summary>
/// <param name="Kind">What such a row is called.</param>
/// <param name="Name">The table.</param>
/// <param name="Words">Its columns of text with the person's words.</param>
/// <param name="Parts">Tables of rows that are part of such a row, and the column that names it.</param>
public sealed record RecordTable(string Kind, string Name, IReadOnlyList<string> Words, IReadOnlyList<(string Table, string Column)> Parts);

/// <summary>A table whose rows hold words that derive from something.</summary>
/// <param name="From">How, as its entity says.</param>
/// <param name="Name">The table.</param>
/// <param name="Column">The column with the source's id.</param>
/// <param name="TableColumn">The column with the name of the source's table, where the source is a record.</param>
/// <param name="Emptied">What empties each column that must go, in SQL; only where the row stays.</param>
public sealed record DerivedTable(DerivedFromAttribute From, string Name, string Column, string? TableColumn, IReadOnlyList<string> Emptied);

/// <summary>What derives from what, as the entities say: by it things are forgotten, and by it the certificate looks again.</summary>
public static class Lineage
{
    private static readonly List<IEntityType> Types = Read();

    /// <summary>Tables with words that only go when everything is forgotten, and why.</summary>
    public static IReadOnlyDictionary<string, string> OnlyWithEverything { get; } = new Dictionary<string, string>
    {
        ["conversations"] = "the name of a chat says nothing of what was said in it, and replies need it",
        ["telegram_updates"] = "an update waits for a moment, and its body goes as soon as it was dealt with",
        ["profiles"] = "one a person: its fields are changed, not forgotten one by one",
    };

    /// <summary>Tables whose rows can be forgotten by themselves, by kind.</summary>
    public static IReadOnlyDictionary<string, RecordTable> Records { get; } = Types
        .Select(type => (Type: type, Record: type.ClrType.GetCustomAttribute<RecordAttribute>())).Where(found => found.Record is not null)
        .Select(found => new RecordTable(found.Record!.Kind, found.Type.GetTableName()!, [.. TextColumns(found.Type)], [.. PartsOf(found.Type)]))
        .ToDictionary(table => table.Kind);

    /// <summary>Tables whose rows derive from something.</summary>
    public static IReadOnlyList<DerivedTable> Derived { get; } =
    [
        .. Types.Select(type => (Type: type, From: type.ClrType.GetCustomAttribute<DerivedFromAttribute>())).Where(found => found.From is not null)
            .Select(found => new DerivedTable(
                found.From!, found.Type.GetTableName()!, ColumnOf(found.Type, found.From!.Column),
                found.From.Table is null ? null : ColumnOf(found.Type, found.From.Table), found.From.Keeps ? [.. Emptied(found.Type, found.From)] : [])),
    ];

    /// <summary>Every table with a person's rows, those that point to others before these.</summary>
    public static IReadOnlyList<string> PersonalTables { get; } = InOrder();

    /// <summary>The columns of text in which words of a person can stand, by table.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; } = Types
        .Select(type => (Name: type.GetTableName()!, Words: (IReadOnlyList<string>)[.. TextColumns(type)])).Where(table => table.Words.Count > 0)
        .ToDictionary(table => table.Name, table => table.Words);

    private static List<IEntityType> Read()
    {
        using var db = new DesignTime().CreateDbContext([]);
        return [.. db.Model.GetEntityTypes().Where(type => type.FindProperty(nameof(PersonalRow.UserId)) is not null && type.GetSchema() is null)];
    }

    private static IEnumerable<string> TextColumns(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        return type.GetFlattenedProperties()
            .Where(property => property.PropertyInfo?.GetCustomAttribute<WordsAttribute>() is not null && property.ClrType == typeof(string))
            .Select(property => property.GetColumnName(table)!);
    }

    private static IEnumerable<string> Emptied(IEntityType type, DerivedFromAttribute from)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        foreach (var property in type.GetFlattenedProperties())
        {
            var goes = property.PropertyInfo?.GetCustomAttribute<WordsAttribute>() is not null && !from.Stay.Contains(property.Name) || from.Codes.Contains(property.Name);
            if (goes && property.GetComputedColumnSql() is null)
            {
                var empty = property.IsNullable ? "null" : property.GetColumnType() is "json" or "jsonb" ? "'{}'" : "''";
                yield return $"{property.GetColumnName(table)} = {empty}";
            }
        }
    }

    private static string ColumnOf(IEntityType type, string property) =>
        type.FindProperty(property)!.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema()))!;

    /// <summary>Records that cannot be without another one are part of it.</summary>
    private static IEnumerable<(string, string)> PartsOf(IEntityType whole) =>
        from key in whole.GetReferencingForeignKeys()
        where key.DeclaringEntityType.ClrType.IsAssignableTo(typeof(DomainRow))
        select (key.DeclaringEntityType.GetTableName()!, ColumnOf(key.DeclaringEntityType, key.Properties[^1].Name));

    private static List<string> InOrder()
    {
        var (ordered, left) = (new List<IEntityType>(), Types.ToList());
        while (left.Count > 0)
        {
            var free = left.FindAll(type => !type.GetReferencingForeignKeys().Any(key => key.DeclaringEntityType != type && left.Contains(key.DeclaringEntityType)));
            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        return [.. ordered.Select(type => type.GetTableName()!)];
    }
}
