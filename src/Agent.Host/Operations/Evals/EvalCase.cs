using System.Text.Json.Nodes;

namespace TbPersonalOs.Agent.Host.Operations.Evals;

/// <summary>One line of a set: what was said, when and where, and what is expected, if the line says so.</summary>
/// <param name="Id">Names the line.</param>
/// <param name="Text">The message.</param>
/// <param name="Now">When it was said: ISO 8601, with an offset or as wall time of the zone.</param>
/// <param name="Zone">IANA zone; São Paulo where it is left out.</param>
/// <param name="Lang">Language of questions and refusals: <c>pt</c> (default) or <c>en</c>.</param>
/// <param name="Expect">
/// <c>{"calls":[{"function","arguments"}],"question"?}</c>, or <c>{"any":[…]}</c> of several. Calls are those that must be made, in
/// order. An argument may be a list of values that will all do; a name that ends in <c>?</c> may be missing.
/// <c>question</c> is the parameter that must be asked for, or true for any.
/// </param>
/// <param name="Tags">What kind of line it is.</param>
internal sealed record EvalCase(string Id, string Text, string Now, string? Zone = null, string? Lang = null, JsonObject? Expect = null, IReadOnlyList<string>? Tags = null)
{
    /// <summary>Reads a file of one object a line.</summary>
    /// <exception cref="InvalidOperationException">A line is none; the message names it.</exception>
    public static IEnumerable<EvalCase> Read(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Trim().Length > 0)
            {
                yield return Parse(line) ?? throw new InvalidOperationException($"{file}:{number}: want {{\"id\",\"text\",\"now\",\"zone\"}} on one line");
            }
        }
    }

    private static EvalCase? Parse(string line)
    {
        try
        {
            return System.Text.Json.JsonSerializer.Deserialize<EvalCase>(line, Channels.WireJson.Options) is { Id: not null, Text: not null, Now: not null } read ? read : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the planner would do with a line, written to the output.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Calls">The calls that it would make, in order.</param>
/// <param name="Question">What it asks back, or null.</param>
/// <param name="Reply">What it says beside: a refusal, a greeting; null where calls speak for themselves.</param>
internal sealed record EvalAnswer(string Id, IReadOnlyList<EvalCall> Calls, string? Question, string? Reply)
{
    /// <summary>Whether no answer came: then it is right about nothing; not written.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Failed { get; init; }

    /// <summary>The parameter that the question asks for; not written.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Missing { get; init; }
}

/// <summary>A call that was not made.</summary>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record EvalCall(string Function, JsonObject Arguments);
