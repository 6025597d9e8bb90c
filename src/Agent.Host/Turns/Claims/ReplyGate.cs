using TbPersonalOs.Agent.Host.Actions;

namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>
/// Releases the planner's text sentence by sentence. A sentence that claims a deed, and all that follows it, waits until receipts of this turn bear it
/// out; where none come, words of ours stand in its place. What was released is never taken back.
/// </summary>
/// <param name="release">Tells the person.</param>
/// <param name="isOurs">Whether a sentence is one that a function itself said, such as why it failed: that is no claim.</param>
internal sealed class ReplyGate(Action<string> release, Func<string, bool>? isOurs = null)
{
    private readonly Sentences _sentences = new();
    private readonly List<JudgedSentence> _held = [];
    private readonly TurnDeeds _deeds = new();
    private readonly Corrections _corrections = new();
    private readonly ListedClaims _listed = new();

    private bool _broken;

    /// <summary>More of the planner's text.</summary>
    public void Add(string delta)
    {
        if (_broken && delta.Length > 0)
        {
            _broken = false;
            delta = char.IsWhiteSpace(delta[0]) ? delta : " " + delta;
        }

        foreach (var sentence in _sentences.Add(delta))
        {
            Hear(sentence);
        }
    }

    /// <summary>The planner was shown how the day stands: to tell it is a report and no claim.</summary>
    public void Know(TurnDay day)
    {
        foreach (var line in day.Lines)
        {
            _deeds.Known |= line.Kind switch { "event" => Things.Event, "task" => Things.Task, _ => Things.Reminder };
        }
    }

    /// <summary>A receipt of this turn: what waited for it may go. What the planner said before it called is whole by now.</summary>
    public void Take(ReceiptView receipt)
    {
        if (_sentences.Rest() is { Length: > 0 } rest)
        {
            _broken = !char.IsWhiteSpace(rest[^1]);
            Hear(rest);
        }

        _deeds.Take(receipt);
        Settle();
    }

    /// <summary>The planner has said all. A claim that no receipt bears out is replaced.</summary>
    public void End()
    {
        if (_sentences.Rest() is { Length: > 0 } rest)
        {
            Hear(rest);
        }

        while (_held.Count > 0)
        {
            var first = _held[0];
            _held.RemoveAt(0);
            release(_corrections.Of(first, _deeds));
            if (_held.Count > 0 && !_held[0].Text.Any(char.IsLetterOrDigit) && !_held[0].Text.Contains('\n', StringComparison.Ordinal))
            {
                // The confetti after it.
                _held.RemoveAt(0);
            }

            Settle();
        }
    }

    private void Hear(string sentence)
    {
        var claims = isOurs?.Invoke(sentence.Trim()) == true ? [] : ClaimReader.Read(sentence);
        _held.Add(new JudgedSentence(sentence, _listed.Counted(sentence, claims)));
        Settle();
    }

    /// <summary>Releases what no claim holds back.</summary>
    private void Settle()
    {
        while (_held.Count > 0 && IsBorneOut(_held[0]))
        {
            release(_held[0].Text);
            _held.RemoveAt(0);
        }
    }

    private bool IsBorneOut(JudgedSentence sentence) =>
        sentence.Claims.TrueForAll(_deeds.Bears)
        || (sentence.Claims.TrueForAll(claim => claim.Manner == Manner.Bare) && _held.Count > 1 && _held[1].Claims.Count == 0 && ClaimReader.Presents(_held[1].Text));
}
