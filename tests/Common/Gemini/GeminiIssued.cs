using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Gemini;

/// <summary>The signatures and call ids that the fake gave out: only these may come back, and with what they were given for.</summary>
internal sealed class GeminiIssued
{
    /// <summary>What a signature of text stands for.</summary>
    public const string Words = "(text)";

    private readonly ConcurrentDictionary<string, (string Function, string? Id, string Answer)> _signatures = new();
    private readonly ConcurrentDictionary<string, string> _ids = new();
    private readonly ConcurrentDictionary<(string Script, string Function), bool> _calls = new();

    /// <summary>A call's part with its id and, if it is to be signed, its signature.</summary>
    public void Issue(JsonObject part, string script, string answer, bool id, bool signed)
    {
        var call = part["functionCall"]!.AsObject();
        var function = call["name"]?.GetValueKind() == System.Text.Json.JsonValueKind.String ? call["name"]!.GetValue<string>() : "";
        if (id && call["id"] is null)
        {
            call["id"] = $"fc-{Guid.CreateVersion7():N}";
        }

        var given = call["id"]?.GetValue<string>();
        if (given is not null)
        {
            _ids[given] = function;
        }

        if (signed)
        {
            part["thoughtSignature"] = Sign(function, given, answer);
            _calls[(script, function)] = true;
        }
    }

    public string Sign(string function, string? id, string answer)
    {
        var signature = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
        _signatures[signature] = (function, id, answer);
        return signature;
    }

    public (string Function, string? Id, string Answer)? Of(string signature) => _signatures.TryGetValue(signature, out var of) ? of : null;

    public string? FunctionOf(string id) => _ids.GetValueOrDefault(id);

    /// <summary>Whether a signed call of that function was made in answer to that script.</summary>
    public bool Signed(string script, string function) => _calls.ContainsKey((script, function));
}
