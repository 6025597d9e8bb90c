using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Models.Privacy;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>How far a model may go in one turn, read from what it has called in it so far.</summary>
internal sealed class TurnBounds
{
    /// <summary>The most rounds of one turn; in the last no function is offered.</summary>
    public const int MostRounds = 8;

    /// <summary>The most calls of one turn.</summary>
    public const int MostCalls = 24;

    /// <summary>Marks a call of a function that was withheld from the model: it is refused and nothing runs.</summary>
    public const string Withheld = "withheld";

    private readonly IReadOnlySet<DataKind> _kept;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _calls;

    /// <summary>Reads the rounds of the turn: all messages after the person's words. Functions of the kinds that are kept back may not be called.</summary>
    public TurnBounds(IReadOnlyList<ChatMessage> rounds, IReadOnlySet<DataKind> kept)
    {
        _kept = kept;
        var invalid = new Dictionary<string, int>();
        var names = new Dictionary<string, string>();
        var stuck = false;
        foreach (var message in rounds)
        {
            var calls = message.Contents.OfType<FunctionCallContent>().ToList();
            if (calls.Count > 0)
            {
                _calls += calls.Count;
                stuck = calls.Count(call => !_seen.Add(Key(call))) == calls.Count;
                foreach (var call in calls)
                {
                    names[call.CallId] = call.Name;
                }
            }

            foreach (var result in message.Contents.OfType<FunctionResultContent>().Where(IsInvalid))
            {
                var name = names.GetValueOrDefault(result.CallId, "");
                invalid[name] = invalid.GetValueOrDefault(name) + 1;
            }

            Round += message.Role == ChatRole.Tool ? 1 : 0;
        }

        MayCall = Round < MostRounds - 1 && _calls < MostCalls && !stuck && !invalid.Values.Any(times => times > 1);
    }

    /// <summary>The round that is to be asked for, from 0.</summary>
    public int Round { get; }

    /// <summary>
    /// Whether it may call more: not in the last round, not after the last call, not after a round that only repeated calls, and not after
    /// the second time that a function's arguments were invalid.
    /// </summary>
    public bool MayCall { get; }

    /// <summary>Takes from an answer the calls that are too many, and marks those that are withheld; the same call twice in one answer is one.</summary>
    public void Trim(IList<AIContent> contents)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in contents.OfType<FunctionCallContent>().ToList())
        {
            if (!MayCall || _calls >= MostCalls || !here.Add(Key(call)))
            {
                contents.Remove(call);
                continue;
            }

            _calls++;
            if (PersonalKinds.OfFunction(call.Name) is { } kind && _kept.Contains(kind))
            {
                (call.AdditionalProperties ??= [])[Withheld] = true;
            }
        }
    }

    private static string Key(FunctionCallContent call) => call.Name + JsonSerializer.Serialize(
        new SortedDictionary<string, object?>(call.Arguments?.ToDictionary() ?? [], StringComparer.Ordinal), ToolJson.Options);

    private static bool IsInvalid(FunctionResultContent result) =>
        result.Result is JsonElement { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("error", out var error)
        && error.ValueEquals("invalid");
}
