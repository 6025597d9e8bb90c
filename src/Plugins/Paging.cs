using Microsoft.EntityFrameworkCore;

namespace TbPersonalOs.Plugins;

/// <summary>Lists come in pages of twenty lines; then they say "mais".</summary>
public static class Paging
{
    /// <summary>Lines of a page.</summary>
    public const int Size = 20;

    private static readonly Texts Text = new(typeof(Paging));

    /// <summary>The page's items, and whether there are more. Pages count from 1.</summary>
    public static async Task<(List<T> Items, bool More)> PageAsync<T>(this IQueryable<T> query, int page, CancellationToken cancellationToken)
    {
        var items = await query.Skip((Math.Clamp(page, 1, 10_000) - 1) * Size).Take(Size + 1).ToListAsync(cancellationToken);
        var more = items.Count > Size;
        return (more ? items[..Size] : items, more);
    }

    /// <summary>A heading, a line for each item, and the word that brings more.</summary>
    public static string Lines(string heading, IEnumerable<string> lines, bool more) =>
        string.Join('\n', [heading, .. lines.Select(line => $"• {line}"), .. more ? new[] { Text["More"] } : []]);
}
