using System.Globalization;

namespace TbPersonalOs.Agent.Host.Operations.Evals;

/// <summary>How well a set was understood, over the lines that say what they expect.</summary>
internal sealed class EvalReport(Func<string, bool> changes)
{
    private readonly Dictionary<string, (int Right, int All)> _byTag = [];
    private int _right, _all, _acts, _rightActs, _nothing, _falseActs;

    /// <summary>The ids of the lines that were not right.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>Lines that say what they expect.</summary>
    public int Count => _all;

    /// <summary>Share of lines with exactly the calls, and the question, that were expected.</summary>
    public double Accuracy => Share(_right, _all);

    /// <summary>Share of right ones among the calls that change something.</summary>
    public double Precision => Share(_rightActs, _acts);

    /// <summary>Lines that must do nothing and yet would change something.</summary>
    public int FalseActs => _falseActs;

    /// <summary>Lines that must do nothing.</summary>
    public int Nothing => _nothing;

    public void Add(EvalCase line, EvalAnswer answer)
    {
        if (line.Expect is not { } expect)
        {
            return;
        }

        var right = !answer.Failed && EvalMatch.IsRight(answer, expect);
        (_all, _right) = (_all + 1, _right + (right ? 1 : 0));
        if (!right)
        {
            Missed.Add(line.Id);
        }

        foreach (var tag in line.Tags ?? [])
        {
            var known = _byTag.GetValueOrDefault(tag);
            _byTag[tag] = (known.Right + (right ? 1 : 0), known.All + 1);
        }

        Acts(answer, expect);
    }

    private void Acts(EvalAnswer answer, System.Text.Json.Nodes.JsonObject expect)
    {
        var acts = answer.Calls.Where(call => changes(call.Function)).ToList();
        _acts += acts.Count;
        _rightActs += acts.Count(call => EvalMatch.IsExpected(call, expect));
        if (EvalMatch.WantsNothing(expect))
        {
            _nothing++;
            _falseActs += acts.Count > 0 ? 1 : 0;
        }
    }

    /// <inheritdoc />
    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return $"right: {_right} of {_all} ({Percent(Accuracy)})";
        yield return $"precision of acts: {_rightActs} of {_acts} ({Percent(Precision)})";
        yield return $"false acts: {_falseActs} of {_nothing} lines that must do nothing";
        foreach (var (tag, (right, all)) in _byTag.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return $"  {tag}: {right} of {all}";
        }

        if (Missed.Count > 0)
        {
            yield return $"not right: {string.Join(' ', Missed)}";
        }
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
