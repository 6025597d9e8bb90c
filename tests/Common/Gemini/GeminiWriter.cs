using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TbPersonalOs.Common.Gemini;

/// <summary>Sends a scripted answer over the wire, whole or in chunks, with the faults that it has.</summary>
internal sealed class GeminiWriter(GeminiIssued issued, Action<string> sent)
{
    public async Task WriteAsync(HttpContext http, GeminiAsked asked, string? script, GeminiAnswer answer)
    {
        await Task.Delay(answer.Delay, http.RequestAborted);
        if (answer.Dropped)
        {
            http.Abort();
            return;
        }

        if (answer.Silent)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }

        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        var streamed = asked.Method == "streamGenerateContent" && answer.Status == 200;
        if (!answer.Headers.ContainsKey("Content-Type"))
        {
            http.Response.ContentType = streamed ? "text/event-stream" : "application/json; charset=UTF-8";
        }

        if (streamed)
        {
            await StreamAsync(http, answer, answer.Body?.Split('\n') ?? Chunks(asked, script, answer, streamed).Select(chunk => chunk.ToJsonString()));
        }
        else
        {
            await http.Response.WriteAsync(answer.Body ?? Whole(asked, script, answer), http.RequestAborted);
        }
    }

    private async Task StreamAsync(HttpContext http, GeminiAnswer answer, IEnumerable<string> chunks)
    {
        await http.Response.StartAsync(http.RequestAborted);
        var first = true;
        foreach (var chunk in chunks)
        {
            if (!first && answer.ChunkDelay > TimeSpan.Zero)
            {
                await Task.Delay(answer.ChunkDelay, http.RequestAborted);
            }

            first = false;
            sent(chunk);
            await http.Response.WriteAsync($"data: {chunk}\r\n\r\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        if (answer.Hang)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }

        if (answer.Cut)
        {
            // The server then closes the connection after what was sent, without the end that HTTP wants; an abort could overtake the chunks.
            throw new InvalidOperationException("cut");
        }
    }

    private string Whole(GeminiAsked asked, string? script, GeminiAnswer answer)
    {
        var merged = answer with { Chunks = answer.Chunks.Count == 0 ? [] : [[.. answer.Chunks.SelectMany(parts => parts)]] };
        return Chunks(asked, script, merged, streamed: false).Single().ToJsonString();
    }

    private List<JsonObject> Chunks(GeminiAsked asked, string? script, GeminiAnswer answer, bool streamed)
    {
        var parts = answer.Chunks.Select(chunk => chunk.Select(part => (JsonObject)part.DeepClone()).ToList()).ToList();
        var id = Guid.CreateVersion7().ToString("N");
        Sign(parts, script ?? "", id, answer, streamed);
        if (parts.Count == 0)
        {
            parts.Add([]);
        }

        return [.. parts.Select((chunk, place) => Chunk(asked, answer, id, chunk, place, last: place == parts.Count - 1))];
    }

    // As Gemini does: the first of parallel calls, or the end of a text; in a stream that comes in a part of its own without text.
    private void Sign(List<List<JsonObject>> parts, string script, string id, GeminiAnswer answer, bool streamed)
    {
        var calls = parts.SelectMany(chunk => chunk).Where(part => part.ContainsKey("functionCall")).ToList();
        for (var place = 0; place < calls.Count; place++)
        {
            issued.Issue(calls[place], script, id, answer.Ids, signed: answer.Signed && place == 0);
        }

        if (!answer.Signed || calls.Count > 0 || answer.Finish != "STOP" || parts.LastOrDefault()?.LastOrDefault() is not { } last || !last.ContainsKey("text"))
        {
            return;
        }

        if (streamed)
        {
            parts.Add([new JsonObject { ["text"] = "", ["thoughtSignature"] = issued.Sign(GeminiIssued.Words, null, id) }]);
        }
        else
        {
            last["thoughtSignature"] = issued.Sign(GeminiIssued.Words, null, id);
        }
    }

    private static JsonObject Chunk(GeminiAsked asked, GeminiAnswer answer, string id, List<JsonObject> parts, int place, bool last)
    {
        var chunk = new JsonObject();
        if (answer.BlockReason is { } blocked)
        {
            chunk["promptFeedback"] = new JsonObject { ["blockReason"] = blocked };
        }
        else
        {
            chunk["candidates"] = new JsonArray(Candidate(answer, parts, last) is { } candidate ? [candidate] : []);
        }

        if (answer.Usage is { } usage)
        {
            var said = last ? usage.Candidates : Math.Min(place + 1, usage.Candidates);
            chunk["usageMetadata"] = new JsonObject
            {
                ["promptTokenCount"] = usage.Prompt, ["candidatesTokenCount"] = said, ["thoughtsTokenCount"] = usage.Thoughts,
                ["cachedContentTokenCount"] = usage.Cached, ["totalTokenCount"] = usage.Prompt + said + usage.Thoughts,
            };
        }

        chunk["modelVersion"] = asked.Model;
        chunk["responseId"] = id;
        return chunk;
    }

    private static JsonObject? Candidate(GeminiAnswer answer, List<JsonObject> parts, bool last)
    {
        if (parts.Count == 0 && answer.Finish is null)
        {
            return null;
        }

        var candidate = new JsonObject { ["index"] = 0 };
        if (parts.Count > 0)
        {
            candidate["content"] = new JsonObject { ["role"] = "model", ["parts"] = new JsonArray([.. parts]) };
        }

        if (last && answer.Finish is { } finish)
        {
            candidate["finishReason"] = finish;
        }

        return candidate;
    }
}
