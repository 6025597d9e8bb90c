using System.Text;
using System.Text.RegularExpressions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// Releases the planner's text sentence by sentence. A sentence that claims a deed, and all that follows it, waits until a receipt of this
/// turn shows one; where none comes, words of ours stand in its place. What was released is never taken back.
/// </summary>
/// <param name="release">Tells the person.</param>
/// <param name="isOurs">Whether a sentence is one that a function itself said, such as why it failed: that is no claim.</param>
internal sealed partial class ReplyGate(Action<string> release, Func<string, bool>? isOurs = null)
{
    private static readonly Texts Text = new(typeof(ReplyGate));
    private readonly StringBuilder _unfinished = new();
    private readonly Queue<string> _held = new();
    private bool _deed;

    /// <summary>More of the planner's text.</summary>
    public void Add(string delta)
    {
        _unfinished.Append(delta);
        while (SentenceEnd().Match(_unfinished.ToString()) is { Success: true } end)
        {
            var length = end.Index + end.Length;
            Pass(_unfinished.ToString(0, length));
            _unfinished.Remove(0, length);
        }
    }

    /// <summary>A receipt shows a deed: what waited for one may go.</summary>
    public void Shown()
    {
        _deed = true;
        while (_held.TryDequeue(out var sentence))
        {
            release(sentence);
        }
    }

    /// <summary>The planner has said all. A claim that no receipt bears out is replaced.</summary>
    public void End()
    {
        if (_unfinished.Length > 0)
        {
            Pass(_unfinished.ToString());
            _unfinished.Clear();
        }

        while (_held.TryDequeue(out var sentence))
        {
            release(Claims(sentence) ? Text["NothingWasDone"] + " " : sentence);
        }
    }

    /// <summary>Whether a sentence says that something was done or will be.</summary>
    internal static bool Claims(string sentence) =>
        !sentence.TrimEnd().EndsWith('?') && !Denial().IsMatch(sentence) && Claim().IsMatch(sentence);

    private void Pass(string sentence)
    {
        if (!_deed && (_held.Count > 0 || (Claims(sentence) && isOurs?.Invoke(sentence.Trim()) != true)))
        {
            _held.Enqueue(sentence);
            return;
        }

        release(sentence);
    }

    [GeneratedRegex(@"[.!?…]+[\s""”)]+|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(não|nao|nada|nunca|sem|not|never|nothing|cannot)\b|n't\b|n’t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"\b(criei|agendei|marquei|remarquei|enviei|mandei|salvei|anotei|guardei|apaguei|cancelei|registrei|adicionei|atualizei|conclu[ií]|desfiz|lembrarei|avisarei"
        + @"|vou (te )?(lembrar|avisar|enviar)|está (feito|criad[oa]|agendad[oa]|marcad[oa]|enviad[oa]|salv[oa])|(foi|foram) (feit|criad|agendad|marcad|enviad|salv|apagad|cancelad|registrad)\w+"
        + @"|prontinho|pronto[,!.]|feito[,!.]"
        + @"|(i|i've|i have) (just )?(created|scheduled|booked|sent|saved|noted|deleted|cancelled|canceled|logged|added|updated|completed|undone|set)"
        + @"|(has|have) been (created|scheduled|booked|sent|saved|deleted|cancelled|canceled|added|updated|set)|i('ll| will) (remind|send|let you know)|(all )?done[,!.]|all set)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Claim();
}
