namespace TbPersonalOs.Offline.Wishes;

/// <summary>What a wish comes to: a call, a question or words.</summary>
internal abstract record Outcome;

/// <summary>A call of a function, by its tool name, with plain JSON values.</summary>
internal sealed record Call(string Function, IReadOnlyDictionary<string, object?> Arguments) : Outcome
{
    public static Call To(string function) => new(function, new Dictionary<string, object?>());

    /// <summary>Adds an argument; nothing said is no argument.</summary>
    public Call With(string name, object? value) =>
        value is null or "" ? this : this with { Arguments = new Dictionary<string, object?>(Arguments) { [name] = value } };

    /// <summary>A question for what is missing, or this call where nothing is.</summary>
    public Outcome Unless(string parameter) => Arguments.ContainsKey(parameter) ? this : new Ask(this, parameter);
}

/// <summary>A question: a call that waits for one parameter. Confirmation waits for a yes.</summary>
internal sealed record Ask(Call Pending, string Missing, string? Text = null, IReadOnlyList<Candidate>? Candidates = null) : Outcome
{
    public const string Confirmation = "confirmation";
}

internal sealed record Candidate(string Id, string Text);

/// <summary>It takes in what was said before it and could not be understood by itself.</summary>
internal sealed record Instead(Outcome Of) : Outcome;

/// <summary>Words from the table of texts.</summary>
internal sealed record Say(string Key, string? Argument = null) : Outcome;

/// <summary>Words that come from elsewhere, said as they are.</summary>
internal sealed record Spoken(string Text) : Outcome;
