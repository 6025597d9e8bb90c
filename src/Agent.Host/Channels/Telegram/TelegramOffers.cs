using Microsoft.EntityFrameworkCore;
using Telegram.Bot.Types.ReplyMarkups;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Offline.Boletos;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>What can be done, with one tap, with things of others that a turn's messages brought.</summary>
internal sealed class TelegramOffers(AppDbContext db, Person person)
{
    private static readonly Texts Text = new(typeof(TelegramOffers));

    /// <summary>Rows of buttons; none for a turn that brought nothing, or did something with it.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<InlineKeyboardButton>>> OfAsync(TurnView turn, CancellationToken cancellationToken)
    {
        if (turn.Receipts.Count > 0)
        {
            return [];
        }

        var (texts, files) = await BroughtAsync(turn.Id, cancellationToken);
        var rows = new List<IReadOnlyList<InlineKeyboardButton>>();
        if (SlipIn(texts, files) is not null)
        {
            rows.Add(TelegramView.Row(TelegramView.Button(Text["KeepSlip"], new ButtonData(Press.KeepSlip, turn.Id))));
        }
        else if (texts.Exists(message => Origin.IsUntrusted(message.Origin)))
        {
            rows.Add(TelegramView.Row(
                TelegramView.Button(Text["KeepAsNote"], new ButtonData(Press.KeepAsNote, turn.Id)), TelegramView.Button(Text["KeepAsTask"], new ButtonData(Press.KeepAsTask, turn.Id))));
        }

        if (files.Exists(file => file.Kind == AttachmentKind.Voice) && texts.TrueForAll(message => message.Text.Length == 0) && turn.Planner == PlannerRun.Offline)
        {
            rows.Add(TelegramView.Row(TelegramView.Button(Text["HearAgain"], new ButtonData(Press.HearAgain, turn.Id))));
        }

        return rows;
    }

    /// <summary>What others wrote in a turn's messages, as the arguments of a function; null where there is nothing.</summary>
    public async Task<(string Origin, string Text)?> ForeignAsync(Guid turn, CancellationToken cancellationToken)
    {
        var (texts, _) = await BroughtAsync(turn, cancellationToken);
        texts.RemoveAll(message => !Origin.IsUntrusted(message.Origin) || message.Text.Length == 0);
        return texts.Count == 0 ? null : (texts[0].Origin, string.Join('\n', texts.Select(message => message.Text)));
    }

    /// <summary>The payment slip in a turn's messages; null where there is none.</summary>
    public async Task<(string Origin, Boleto Slip)?> SlipAsync(Guid turn, CancellationToken cancellationToken)
    {
        var (texts, files) = await BroughtAsync(turn, cancellationToken);
        return SlipIn(texts, files);
    }

    /// <summary>The voice notes of a turn's messages.</summary>
    public async Task<List<Attachment>> VoicesAsync(Guid turn, CancellationToken cancellationToken) =>
        [.. (await BroughtAsync(turn, cancellationToken)).Files.Where(file => file.Kind == AttachmentKind.Voice)];

    private (string, Boleto)? SlipIn(List<IncomingMessage> texts, List<Attachment> files) => texts.Select(message => (message.Origin, message.Text))
        .Concat(files.Select(file => (Origin: Origin.Untrusted("file", file.Id.ToString("N")), Text: file.Text ?? "")))
        .Select(found => Boleto.Find(found.Text, person.Today) is { } slip ? (found.Origin, slip) : ((string, Boleto)?)null).FirstOrDefault(found => found is not null);

    private async Task<(List<IncomingMessage> Texts, List<Attachment> Files)> BroughtAsync(Guid turn, CancellationToken cancellationToken)
    {
        var messages = await db.Set<IncomingMessage>().AsNoTracking().Where(row => row.TurnId == turn).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var ids = messages.ConvertAll(message => message.Id);
        return (messages, await db.Set<Attachment>().AsNoTracking().Where(row => ids.Contains(row.MessageId)).OrderBy(row => row.Id).ToListAsync(cancellationToken));
    }
}
