using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TbPersonalOs.Common;

namespace TbPersonalOs.Benchmarks;

/// <summary>Somebody who says the same sentence again and again, and reads each answer to its end.</summary>
internal sealed class Speaker : IDisposable
{
    private const string Sentence = "preciso pagar o aluguel dia 5";
    private readonly HttpClient _client;
    private readonly string _path;
    private readonly byte[][] _marks;

    private Speaker(HttpClient client, string path, params string[] marks) => (_client, _path, _marks) = (client, path, [.. marks.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>
    /// A new person of the assistant, signed in as a browser, whose answers hold the marks. There is no public way to make a second account, so it
    /// is made in the database.
    /// </summary>
    public static async Task<Speaker> NewAsync(TestDatabase database, ServingHost host, params string[] marks)
    {
        var (person, code) = (Guid.CreateVersion7(), Guid.NewGuid().ToString("N"));
        await database.ExecuteAsync("insert into accounts.users (id, is_owner) values ($1, false)", person);
        await database.ExecuteAsync(
            "insert into accounts.login_links (code_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')", SHA256.HashData(Encoding.UTF8.GetBytes(code)), person);
        var client = Browser(host);
        using var entered = await client.GetAsync($"/api/v1/auth/link/{code}");
        client.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return new Speaker(client, "/api/v1/turns", ["\"function\":\"tasks.create_task\"", "\"type\":\"RUN_FINISHED\"", .. marks]);
    }

    /// <summary>A new person of the floor.</summary>
    public static Speaker New(FloorHost floor) => new(Browser(floor), $"/turns/{Guid.CreateVersion7()}", "Tarefa criada");

    /// <summary>Says it once.</summary>
    /// <exception cref="InvalidOperationException">The answer is not the one that it should be.</exception>
    public async Task SayAsync()
    {
        using var said = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { text = Sentence }));
        said.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _client.PostAsync(_path, said);
        var told = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || Array.Exists(_marks, mark => told.AsSpan().IndexOf(mark) < 0))
        {
            throw new InvalidOperationException($"{answer.StatusCode}: {Encoding.UTF8.GetString(told)}");
        }
    }

    /// <summary>Says it once, and tells when the answer had come as far as some words of it.</summary>
    public async Task<long> SayUntilAsync(string words)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, _path) { Content = JsonContent.Create(new { text = Sentence }) };
        using var answer = await _client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        long came = 0;
        while (await lines.ReadLineAsync() is { } line)
        {
            came = came == 0 && line.Contains(words, StringComparison.Ordinal) ? Stopwatch.GetTimestamp() : came;
        }

        return came > 0 ? came : throw new InvalidOperationException($"“{words}” never came.");
    }

    public void Dispose() => _client.Dispose();

    private static HttpClient Browser(MeasuredProcess server) => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{server.Port}"),
        Timeout = TimeSpan.FromSeconds(30),
    };
}
