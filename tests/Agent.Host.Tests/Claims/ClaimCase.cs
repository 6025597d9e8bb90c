using System.Text.Json;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Turns.Claims;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Claims;

/// <summary>A reply as a model might write it, what the turn did, and which of its sentences are not true then.</summary>
/// <param name="Id">Its name in the set.</param>
/// <param name="Lang">pt or en.</param>
/// <param name="Reply">The model's text.</param>
/// <param name="Receipts"><c>plugin.function</c>, or <c>plugin.function:state</c> where it was not done.</param>
/// <param name="False">The words that must not reach the person.</param>
internal sealed record ClaimCase(string Id, string Lang, string Reply, string[] Receipts, string[] False)
{
    private static readonly JsonElement NoArguments = JsonDocument.Parse("{}").RootElement;

    /// <summary>The sentences of the reply, and whether each must be replaced.</summary>
    public IEnumerable<(string Text, bool IsFalse)> Sentences()
    {
        var cut = new Sentences();
        return cut.Add(Reply).Append(cut.Rest()).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0).Select(sentence =>
            (sentence, False.Select(words => words.Trim()).Any(words => words.Contains(sentence, StringComparison.Ordinal) || sentence.Contains(words, StringComparison.Ordinal))));
    }

    /// <summary>What the person is told: the receipts come before the text, or while it waits.</summary>
    public string Told(bool receiptsFirst, int piece = 7)
    {
        var told = new List<string>();
        var gate = new ReplyGate(told.Add);
        if (receiptsFirst)
        {
            Take(gate);
        }

        foreach (var delta in Reply.Chunk(piece))
        {
            gate.Add(new string(delta));
        }

        if (!receiptsFirst)
        {
            Take(gate);
        }

        gate.End();
        return string.Concat(told);
    }

    public static List<ClaimCase> Read(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<ClaimCase>(line, JsonSerializerOptions.Web)!)];

    public static ReceiptView Receipt(string written)
    {
        var (function, state) = written.Split(':') is [var name, var code] ? (name, Code.Parse<ActionState>(code)) : (written, ActionState.Done);
        var verb = function[(function.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var reads = verb.Split('_')[0] is "list" or "search" or "find" or "get" or "today" or "status" or "help" or "explain";
        return new ReceiptView(
            Guid.CreateVersion7(), null, function, reads ? Effect.Read : Effect.Write, state, "", NoArguments, null, false, null, DateTimeOffset.UnixEpoch);
    }

    private void Take(ReplyGate gate)
    {
        foreach (var receipt in Receipts)
        {
            gate.Take(Receipt(receipt));
        }
    }
}
