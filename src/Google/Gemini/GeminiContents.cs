using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>
/// The conversation as Gemini wants it: user and model take turns, neighbours of one role are one content, and the calls of a model's content
/// are all answered in the next one, in their order. A call without a result (a turn that was cut) is answered as such; a result without its
/// call is left out, and so are calls that nobody had asked for, where a history was cut at its beginning. So call and response counts are
/// equal whatever the history holds.
/// </summary>
internal sealed class GeminiContents(Utf8JsonWriter json, IReadOnlyList<ChatMessage> said)
{
    private const string User = "user";
    private const string Model = "model";

    private readonly List<(FunctionCallContent Call, FunctionResultContent? Result)> _open = [];
    private readonly GeminiParts _parts = new(json);
    private string? _role;
    private bool _begun;

    public void Write()
    {
        json.WriteStartArray("contents");
        for (var place = 0; place < said.Count; place++)
        {
            WriteMessage(place);
        }

        Close();
        Close();
        json.WriteEndArray();
    }

    private void WriteMessage(int place)
    {
        var message = said[place];
        if (message.Role == ChatRole.System)
        {
            return;
        }

        var role = message.Role == ChatRole.Assistant ? Model : User;
        var contents = message.Contents;
        if (!_begun && role == Model && contents.Any(content => content is FunctionCallContent))
        {
            return;
        }

        for (var at = 0; at < contents.Count; at++)
        {
            if (contents[at] is FunctionResultContent && _role == Model)
            {
                // The first result ends the model's content; all its responses are written there.
                Close();
            }
            else if (GeminiParts.Speaks(contents[at]))
            {
                Enter(role);
                at += WriteContent(contents, at, place);
            }
        }
    }

    // Returns how many contents beyond the one at hand it took.
    private int WriteContent(IList<AIContent> contents, int at, int place)
    {
        switch (contents[at])
        {
            case FunctionCallContent call:
                _parts.WriteCall(call, first: _open.Count == 0);
                _open.Add((call, ResultOf(call, place)));
                return 0;
            case TextContent text when at + 1 < contents.Count && GeminiMarks.IsSignature(contents[at + 1]):
                _parts.WriteSigned(text.Text, (TextReasoningContent)contents[at + 1]);
                return 1;
            default:
                _parts.Write(contents[at]);
                return 0;
        }
    }

    private void Enter(string role)
    {
        if (_role != role)
        {
            Close();
        }

        if (_role != role)
        {
            Start(role);
        }
    }

    private void Start(string role)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteStartArray("parts");
        _role = role;
        _begun = true;
    }

    // After a content with calls the one with their responses is begun: what the person says next joins it.
    private void Close()
    {
        if (_role is null)
        {
            return;
        }

        json.WriteEndArray();
        json.WriteEndObject();
        _role = null;
        if (_open.Count == 0)
        {
            return;
        }

        Start(User);
        foreach (var (call, result) in _open)
        {
            _parts.WriteResponse(call, result);
        }

        _open.Clear();
    }

    private FunctionResultContent? ResultOf(FunctionCallContent call, int place)
    {
        for (var later = place + 1; later < said.Count; later++)
        {
            foreach (var content in said[later].Contents)
            {
                switch (content)
                {
                    case FunctionResultContent result when result.CallId == call.CallId:
                        return result;
                    case FunctionCallContent again when again.CallId == call.CallId:
                        return null;
                }
            }
        }

        return null;
    }
}
