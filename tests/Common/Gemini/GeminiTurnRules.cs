using System.Text.Json;
using static TbPersonalOs.Common.Gemini.GeminiAsked;

namespace TbPersonalOs.Common.Gemini;

/// <summary>
/// What Gemini wants of a conversation and the proto files cannot say: who speaks when, as many responses as calls, and the signatures.
/// https://ai.google.dev/gemini-api/docs/function-calling and /thought-signatures
/// </summary>
internal sealed class GeminiTurnRules(GeminiIssued issued)
{
    private const string Foreign = "skip_thought_signature_validator";

    public IEnumerable<string> Check(GeminiAsked asked, string? script)
    {
        var contents = asked.Contents;
        return contents.Count == 0
            ? ["contents: not specified"]
            : Roles(contents).Concat(Counts(contents)).Concat(Signatures(asked, script)).Concat(contents.SelectMany(Media));
    }

    private static IEnumerable<string> Roles(IReadOnlyList<JsonElement> contents)
    {
        for (var place = 0; place < contents.Count; place++)
        {
            var role = Role(contents[place]);
            if (role is not ("user" or "model"))
            {
                yield return $"contents[{place}]: please use a valid role: user, model";
            }

            if (place > 0 && role == Role(contents[place - 1]))
            {
                yield return $"contents[{place}]: neighbours of one role are one content";
            }

            if (Parts(contents[place]).Count == 0)
            {
                yield return $"contents[{place}].parts: must not be empty";
            }

            if (Parts(contents[place]).Any(part => !HasData(part)))
            {
                yield return $"contents[{place}].parts: the oneof 'data' must have one initialized field";
            }
        }

        if (Role(contents[^1]) != "user")
        {
            yield return "contents: the last one is the user's";
        }
    }

    private static bool HasData(JsonElement part) => new[] { "text", "inlineData", "functionCall", "functionResponse", "fileData" }
        .Any(name => Get(part, name) is not null);

    private static IEnumerable<string> Counts(IReadOnlyList<JsonElement> contents)
    {
        for (var place = 0; place < contents.Count; place++)
        {
            var calls = place == 0 ? [] : Parts(contents[place - 1]).Where(IsCall).Select(part => part.GetProperty("functionCall")).ToList();
            var responses = Parts(contents[place]).Where(IsResponse).Select(part => part.GetProperty("functionResponse")).ToList();
            if (calls.Count != responses.Count)
            {
                yield return $"contents[{place}]: the number of function response parts ({responses.Count}) is not that of the function call parts of the turn before ({calls.Count})";
            }
            else if (!calls.Select(Named).SequenceEqual(responses.Select(Named)))
            {
                yield return $"contents[{place}]: the responses do not name the calls in their order";
            }

            if (Parts(contents[place]).Any(IsCall) && (place == 0 || Role(contents[place]) != "model"))
            {
                yield return $"contents[{place}]: a function call turn comes from the model, after a user turn or a function response turn";
            }
        }
    }

    private static (string?, string?) Named(JsonElement call) => (Get(call, "name")?.GetString(), Get(call, "id")?.GetString());

    private IEnumerable<string> Signatures(GeminiAsked asked, string? script)
    {
        for (var place = 0; place < asked.Contents.Count; place++)
        {
            var first = true;
            foreach (var part in Parts(asked.Contents[place]))
            {
                var call = Get(part, "functionCall");
                foreach (var wrong in Signature(part, call, script, mustHave: call is not null && first && place > asked.TurnStart))
                {
                    yield return $"contents[{place}]: {wrong}";
                }

                first &= call is null;
            }

            var answers = Parts(asked.Contents[place]).Select(part => Get(part, "thoughtSignature")?.GetString()).OfType<string>()
                .Select(signature => issued.Of(signature)?.Answer).OfType<string>().Distinct();
            if (answers.Count() > 1)
            {
                yield return $"contents[{place}]: two answers in one content; what stood between them is missing";
            }
        }
    }

    private IEnumerable<string> Signature(JsonElement part, JsonElement? call, string? script, bool mustHave)
    {
        var function = call is { } made ? Get(made, "name")?.GetString() ?? "" : GeminiIssued.Words;
        var id = call is { } named ? Get(named, "id")?.GetString() : null;
        if (id is not null && issued.FunctionOf(id) != function)
        {
            yield return $"function call `{function}` has an id that it was not given";
        }

        switch (Get(part, "thoughtSignature")?.GetString())
        {
            case null when mustHave:
                yield return $"function call `{function}` is missing a thought_signature";
                break;
            case Foreign when script is not null && issued.Signed(script, function):
                yield return $"function call `{function}` has lost its thought_signature";
                break;
            case null or Foreign:
                break;
            case var signature when issued.Of(signature) is not { } known:
                yield return "thought signature is not valid";
                break;
            case var signature when issued.Of(signature) is { } known && (known.Function != function || known.Id != id):
                yield return $"the thought signature of {known.Function} {known.Id} stands at {function} {id}";
                break;
        }
    }

    private static IEnumerable<string> Media(JsonElement content) => Parts(content).Select(part => Get(part, "inlineData")).OfType<JsonElement>()
        .Where(blob => !IsTaken(Get(blob, "mimeType")?.GetString() ?? "") || string.IsNullOrEmpty(Get(blob, "data")?.GetString()))
        .Select(blob => $"unsupported MIME type or empty data: {Get(blob, "mimeType")}");

    private static bool IsTaken(string type) => type is "image/png" or "image/jpeg" or "image/webp" or "image/heic" or "image/heif"
        or "audio/wav" or "audio/mp3" or "audio/mpeg" or "audio/aiff" or "audio/aac" or "audio/ogg" or "audio/flac" or "audio/mp4" or "application/pdf"
        || type.StartsWith("text/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal);
}
