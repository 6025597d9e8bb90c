using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Turn;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Questions;

/// <summary>A question that was asked, with the call that waits for its answer; stored on the assistant's message and read back from it.</summary>
internal sealed record PendingQuestion(Call Call, string Missing, IReadOnlyList<Candidate> Candidates)
{
    public static PendingQuestion Of(Ask ask) => new(ask.Pending, ask.Missing, ask.Candidates ?? []);

    public static PendingQuestion? Read(ChatMessage? message)
    {
        var stored = Stored(message?.AdditionalProperties) ?? message?.Contents.Select(content => Stored(content.AdditionalProperties)).FirstOrDefault(found => found is not null);
        if (Json.Object(stored) is not { } json || Json.Text(json["function"]) is not { } function || Json.Text(json["missing"]) is not { } missing)
        {
            return null;
        }

        var call = Call.To(function);
        foreach (var (name, value) in json["arguments"] as JsonObject ?? [])
        {
            call = call.With(name, Json.Plain(value));
        }

        var candidates = (json["candidates"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(one => new Candidate(Json.Text(one["id"]) ?? "", Json.Text(one["text"]) ?? ""));
        return new PendingQuestion(call, missing, [.. candidates]);
    }

    private static object? Stored(AdditionalPropertiesDictionary? properties) => properties?.GetValueOrDefault(PlannerContext.Question);

    public JsonElement ToJson()
    {
        var json = new Dictionary<string, object?> { ["function"] = Call.Function, ["arguments"] = Call.Arguments, ["missing"] = Missing };
        if (Candidates.Count > 0)
        {
            json["candidates"] = Candidates.Select(one => new { id = one.Id, text = one.Text }).ToArray();
        }

        return JsonSerializer.SerializeToElement(json);
    }
}
