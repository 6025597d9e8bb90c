using TbPersonalOs.Data;

namespace TbPersonalOs.Plugins.Memory;

/// <summary>The certificate that something was forgotten: what went, and that looking again found nothing. It has none of its words.</summary>
/// <param name="Kind">What it was: a kind, <c>message</c> or <c>everything</c>.</param>
/// <param name="Id">Which; none where it was everything.</param>
/// <param name="Records">Rows of the person's life that went, by kind.</param>
/// <param name="Messages">Messages that lost their words.</param>
/// <param name="Replies">Turns that lost what was answered.</param>
/// <param name="Calls">Calls that lost their arguments and results.</param>
/// <param name="Columns">Columns that were searched again.</param>
/// <param name="Found">Places that still had it: none.</param>
/// <param name="Others">Places where other things of the person have the same words, and keep them.</param>
/// <param name="LogHolds">Whether the log's chain holds.</param>
/// <param name="BackupUntil">Until when the last backup that still has it is kept; none where there is no backup.</param>
public sealed record ForgottenView(
    string Kind, Guid? Id, IReadOnlyDictionary<string, int> Records, int Messages, int Replies, int Calls, int Columns, long Found, long Others,
    bool LogHolds, DateTimeOffset? BackupUntil) : IView
{
    private static readonly Texts Text = new(typeof(ForgottenView));

    /// <inheritdoc />
    public string InWords(Words words) => string.Join('\n', new[]
    {
        Text["Certificate", Id is null ? Text["everything"] : ForgetTarget.Count(Kind, 1)] + (With() is { Length: > 0 } with ? " " + Text["CertificateWith", with] : ""),
        Text["Looked", Columns] + (Others > 0 ? " " + Text["Others", Others] : ""),
        LogHolds ? Text["LogHolds"] : Text["LogBroken"],
        BackupUntil is { } until ? Text["BackupUntil", words.When(until)] : Text["NoBackup"],
    });

    /// <summary>What went with it, in words.</summary>
    internal string With() => string.Join(", ", Records.Where(record => record.Key != Kind || record.Value > 1).Select(record => ForgetTarget.Count(record.Key, record.Key == Kind ? record.Value - 1 : record.Value))
        .Concat(new[] { ("message", Kind == Forgotten.Message ? Messages - 1 : Messages), ("reply", Replies), ("call", Calls) }.Where(part => part.Item2 > 0).Select(part => ForgetTarget.Count(part.Item1, part.Item2))));

    /// <summary>The certificate of one thing.</summary>
    /// <exception cref="InvalidOperationException">Looking again found it: nothing is forgotten then.</exception>
    internal static ForgottenView Of(ForgottenThings things, LookAgain again) => Proved(new(
        things.Kind, things.Id,
        Lineage.Records.Values.Select(table => (table.Kind, Count: things.Records.Count(record => record.Table == table.Name))).Where(found => found.Count > 0).ToDictionary(found => found.Kind, found => found.Count),
        things.Messages.Count, things.Turns.Count, things.Actions.Count, again.Columns, again.Found, again.Others, false, null));

    /// <summary>The certificate of everything.</summary>
    internal static ForgottenView OfEverything(LookAgain again) =>
        Proved(new(Forgotten.Everything, null, new Dictionary<string, int>(), 0, 0, 0, again.Columns, again.Found, again.Others, false, null));

    private static ForgottenView Proved(ForgottenView certificate) => certificate.Found == 0
        ? certificate
        : throw new InvalidOperationException($"{certificate.Found} places still hold what was to be forgotten.");
}
