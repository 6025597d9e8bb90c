using NodaTime;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Offline.Boletos;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>What is said of things that came without a word of the owner's: what became of each, and that nothing is done with it unasked.</summary>
internal static class ReceivedWords
{
    private static readonly Texts Text = new(typeof(ReceivedWords));

    /// <summary>The words.</summary>
    public static string Of(TurnContext context, Person person)
    {
        var lines = context.Messages.SelectMany(message => message.Files).Select(Line).Distinct().ToList();
        var foreign = context.Messages.Where(message => Origin.IsUntrusted(message.Origin) && message.Text.Length > 0).Select(message => message.Text);
        var slip = foreign.Concat(context.Messages.SelectMany(message => message.Files).Select(file => file.Text).OfType<string>())
            .Select(text => Boleto.Find(text, person.Today)).FirstOrDefault(found => found is not null);
        if (slip is not null)
        {
            lines.Add(Of(slip, Words.Of(person)));
        }
        else if (foreign.Any())
        {
            lines.Add(Text["Received"]);
        }

        return lines.Count == 0 ? Text["NotUnderstood"] : string.Join('\n', lines);
    }

    /// <summary>A payment slip in words: <c>Boleto de R$ 123,45 · vence sáb 05/12</c>.</summary>
    public static string Of(Boleto slip, Words words) => Words.Line(
        slip.Amount is { } amount ? Text["SlipOf", MoneyWords.Of(amount, "BRL")] : Text["Slip"],
        slip.Due is { } due ? Text["SlipDue", words.Day(due)] : null);

    private static string Line(SaidFile file) => file switch
    {
        { State: AttachmentState.Refused } => Text["FileTooLarge", NameOf(file)],
        { State: AttachmentState.Failed or AttachmentState.Waiting } => Text["FileMissing", NameOf(file)],
        { Kind: AttachmentKind.Voice or AttachmentKind.Audio } => Text["CannotHear"],
        _ => Text["FileKept", NameOf(file)],
    };

    private static string NameOf(SaidFile file) => file.Name is { } name ? $"“{name}”" : Text[$"File_{Code.Of(file.Kind)}"];
}
