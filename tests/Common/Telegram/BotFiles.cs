using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A file at Telegram.</summary>
/// <param name="Id">By which the bot asks for it.</param>
/// <param name="Path">Under which its bytes are served.</param>
/// <param name="Name">What its sender calls it.</param>
/// <param name="MimeType">What its sender says it is.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record BotFile(string Id, string Path, string Name, string MimeType, byte[] Bytes)
{
    /// <summary>The same for the same bytes.</summary>
    public string UniqueId { get; } = Convert.ToHexString(SHA256.HashData(Bytes))[..16];
}

/// <summary>Files that people and the bot sent.</summary>
internal sealed class BotFiles
{
    private const int MostToFetch = 20 * 1024 * 1024;
    private const int MostToSend = 50 * 1024 * 1024;
    private const int MostOfAPhoto = 10 * 1024 * 1024;
    private readonly ConcurrentDictionary<string, BotFile> _byId = new();
    private readonly ConcurrentDictionary<string, BotFile> _byPath = new();
    private int _last;

    /// <summary>Takes a file in.</summary>
    public BotFile Add(string folder, string name, string mimeType, byte[] bytes)
    {
        var number = Interlocked.Increment(ref _last);
        var file = new BotFile($"BQACAgEAAxkBAAI{number:D8}", $"{folder}/file_{number}{Extension(folder, name)}", name, mimeType, bytes);
        (_byId[file.Id], _byPath[file.Path]) = (file, file);
        return file;
    }

    /// <summary>The bytes under a path; null if there are none.</summary>
    public BotFile? AtPath(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Where a file can be fetched.</summary>
    public JsonObject Get(BotCall call)
    {
        var file = Known(call.String("file_id")) ?? throw BotRefusal.Bad("invalid file_id");
        return file.Bytes.Length > MostToFetch
            ? throw BotRefusal.Bad("file is too big")
            : new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = file.UniqueId, ["file_size"] = file.Bytes.Length, ["file_path"] = file.Path };
    }

    /// <summary>The file that a call sends: one that comes with it, or one that Telegram has.</summary>
    public BotFile Sent(BotCall call, string argument)
    {
        var named = call.String(argument)!;
        if (!named.StartsWith("attach://", StringComparison.Ordinal))
        {
            return Known(named) ?? throw BotRefusal.Bad(named.Contains("://", StringComparison.Ordinal) ? "failed to get HTTP URL content" : "wrong remote file identifier specified");
        }

        var (name, bytes) = call.Uploads[named["attach://".Length..]];
        if (bytes.Length == 0)
        {
            throw BotRefusal.Bad("file must be non-empty");
        }

        if (bytes.Length > (argument == "photo" ? MostOfAPhoto : MostToSend))
        {
            throw new BotRefusal(413, "Request Entity Too Large");
        }

        return argument == "photo" && !IsPicture(bytes)
            ? throw BotRefusal.Bad("IMAGE_PROCESS_FAILED")
            : Add(argument == "photo" ? "photos" : "documents", name, argument == "photo" ? "image/jpeg" : "application/octet-stream", bytes);
    }

    /// <summary>A photo in Telegram's form: in two sizes.</summary>
    public static JsonArray Photo(BotFile file) => [.. new[] { 90, 800 }.Select(width => (JsonNode)new JsonObject
    {
        ["file_id"] = file.Id, ["file_unique_id"] = file.UniqueId, ["width"] = width, ["height"] = width, ["file_size"] = file.Bytes.Length,
    })];

    /// <summary>A file in Telegram's form.</summary>
    public static JsonObject Json(BotFile file) => new()
    {
        ["file_id"] = file.Id, ["file_unique_id"] = file.UniqueId, ["mime_type"] = file.MimeType, ["file_size"] = file.Bytes.Length,
    };

    private BotFile? Known(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    private static bool IsPicture(byte[] bytes) =>
        bytes is [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'G', (byte)'I', (byte)'F', ..] or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..];

    private static string Extension(string folder, string name) => folder switch
    {
        "photos" => ".jpg",
        "voice" => ".oga",
        _ => System.IO.Path.GetExtension(name) is { Length: > 0 and < 8 } extension && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension : "",
    };
}
