using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>HTTP by hand, for requests that no client of good manners sends.</summary>
internal static class Wire
{
    /// <summary>Sends a request line, headers and a body as they are, and reads the answer to its end.</summary>
    public static async Task<WireAnswer> SendAsync(Uri address, string requestLine, IEnumerable<string> headers, byte[]? body = null)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        var head = string.Join("\r\n", [requestLine, .. headers, "Connection: close", "", ""]);
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head));
            await stream.WriteAsync(body ?? []);
        }
        catch (IOException)
        {
            // Refused before it was read to its end: the answer is there all the same.
        }

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException) when (answer.Length > 0)
        {
        }

        return WireAnswer.Of(answer.ToArray());
    }
}

/// <summary>What came back.</summary>
internal sealed record WireAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static WireAnswer Of(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(end > 0, $"No answer: {text}");
        var lines = text[..end].Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(": ", 2)).GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join("\n", group.Select(pair => pair[^1])), StringComparer.OrdinalIgnoreCase);
        var body = text[(end + 4)..];
        return new WireAnswer(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers,
            headers.GetValueOrDefault("Transfer-Encoding") == "chunked" ? Unchunk(body) : body);
    }

    private static string Unchunk(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var whole = new MemoryStream();
        var place = 0;
        while (place < bytes.Length)
        {
            var line = Array.IndexOf(bytes, (byte)'\r', place);
            var size = int.Parse(Encoding.ASCII.GetString(bytes[place..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            whole.Write(bytes, line + 2, size);
            place = line + 2 + size + 2;
        }

        return Encoding.UTF8.GetString(whole.ToArray());
    }
}
