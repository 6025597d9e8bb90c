using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Turn;

/// <summary>What is left to say after the functions ran: nothing where all went well (code renders receipts), else the trouble, or a question about it.</summary>
internal static class FollowUp
{
    public static List<Outcome> Read(IReadOnlyList<ChatMessage> after)
    {
        var calls = after.SelectMany(message => message.Contents).OfType<FunctionCallContent>().GroupBy(call => call.CallId).ToDictionary(group => group.Key, group => group.Last());
        var outcomes = new List<Outcome>();
        foreach (var result in LastResults(after))
        {
            if (Trouble(result, calls.GetValueOrDefault(result.CallId)) is { } trouble && !outcomes.Contains(trouble))
            {
                outcomes.Add(trouble);
            }
        }

        return outcomes;
    }

    private static IEnumerable<FunctionResultContent> LastResults(IReadOnlyList<ChatMessage> after) =>
        after.SelectMany(message => message.Contents).OfType<FunctionResultContent>().GroupBy(result => result.CallId).Select(group => group.Last());

    private static Outcome? Trouble(FunctionResultContent result, FunctionCallContent? made)
    {
        if (result.Exception is not null || (Json.Text(result.Result) is { } text && text.StartsWith("Error:", StringComparison.Ordinal)))
        {
            return new Say("Failed");
        }

        if (Json.Object(result.Result) is not { } json || Json.Text(json["error"]) is not { } error)
        {
            return null;
        }

        var message = Json.Text(json["message"]);
        if (made is not null && Suggestion(json) is { } again)
        {
            return new Ask(WithArguments(Call.To(made.Name), again), Ask.Confirmation, message);
        }

        if (error == "not_found" && made is { Name: "notes_update_note" } && Missing(made) is { } list)
        {
            return list;
        }

        var candidates = Candidates(json);
        return made is not null && candidates.Count > 0 && Json.Text(json["parameter"]) is { } parameter
            ? new Ask(Repeated(made), parameter, error == "ambiguous" ? null : message, candidates)
            : message is null ? new Say("Failed") : new Spoken(message);
    }

    /// <summary>Something was to be added to a list that is not there: it may be begun with it.</summary>
    private static Ask? Missing(FunctionCallContent made)
    {
        var call = Repeated(made);
        return call.Arguments.GetValueOrDefault("append") is string first && call.Arguments.GetValueOrDefault("note") is string name
            ? new Ask(Call.To("notes_save_note").With("text", first).With("title", name), Ask.Confirmation)
            : null;
    }

    private static JsonObject? Suggestion(JsonObject json) =>
        json["suggestion"] is not JsonObject suggestion ? null : suggestion["arguments"] as JsonObject ?? suggestion;

    private static List<Candidate> Candidates(JsonObject json) =>
        [.. (json["candidates"] as JsonArray ?? []).OfType<JsonObject>().Select(one => new Candidate(Json.Text(one["id"]) ?? "", Json.Text(one["text"]) ?? ""))];

    private static Call Repeated(FunctionCallContent made) =>
        (made.Arguments ?? new Dictionary<string, object?>()).Aggregate(Call.To(made.Name), (call, argument) => call.With(argument.Key, Json.Plain(Json.Value(argument.Value))));

    private static Call WithArguments(Call call, JsonObject arguments) =>
        arguments.Aggregate(call, (made, argument) => made.With(argument.Key, Json.Plain(argument.Value)));
}
