using UglyToad.PdfPig;

namespace TbPersonalOs.Agent.Host.Channels.Files;

/// <summary>The words of a PDF, as far as it has any. The file may be anybody's and anything: what cannot be read has none.</summary>
internal static class PdfText
{
    private const int MostPages = 30;
    private const int MostCharacters = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether the bytes begin as a PDF does, whatever the file is called.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <summary>Its text, page after page; null where there is none, or it takes too long.</summary>
    public static async Task<string?> ReadAsync(byte[] content)
    {
        var reading = Task.Run(() => Read(content));
        return await Task.WhenAny(reading, Task.Delay(Patience)) == reading ? await reading : null;
    }

    private static string? Read(byte[] content)
    {
        try
        {
            using var document = PdfDocument.Open(content);
            var text = string.Join('\n', document.GetPages().Take(MostPages).Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
            text = Plugins.SafeText.Of(text).Trim();
            return text.Length == 0 ? null : Plugins.Words.Start(text, MostCharacters);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return null;
        }
    }
}
