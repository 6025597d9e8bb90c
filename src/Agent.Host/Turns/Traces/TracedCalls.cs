using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Turns.Traces;

/// <summary>The calls of a turn for its trace: those that were carried out, and those of a recorded answer that were not.</summary>
internal sealed class TracedCalls(AppDbContext db, Person person, ApprovalCards cards)
{
    private static readonly Texts Text = new(typeof(TracedCalls));

    /// <summary>The calls, in order; the one that an approved card allowed stands first in the turn that carried it out.</summary>
    public async Task<List<TracedCall>> OfAsync(Guid turnId, IReadOnlyList<IncomingMessage> messages, CancellationToken cancellationToken)
    {
        var approved = messages.Select(row => row.ApprovalId).OfType<Guid>().ToList();
        var allCards = db.Approvals.AsNoTracking();
        var rows = await db.Actions.AsNoTracking()
            .Where(row => row.TurnId == turnId || allCards.Any(card => card.ActionId == row.Id && approved.Contains(card.Id)))
            .OrderBy(row => row.Round).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var asked = await allCards.Where(card => ids.Contains(card.ActionId)).ToListAsync(cancellationToken);
        var log = await db.Set<AssistantLog>().AsNoTracking().Where(entry => entry.ActionId != null && ids.Contains(entry.ActionId.Value))
            .OrderBy(entry => entry.Seq).ToListAsync(cancellationToken);
        var answers = await db.Set<TurnAnswer>().AsNoTracking().Where(answer => answer.TurnId == turnId).OrderBy(answer => answer.Round).ToListAsync(cancellationToken);
        var own = rows.FindAll(row => row.TurnId == turnId);
        return
        [
            .. rows.Except(own).Select(Traced),
            .. own.Select(Traced).Concat(answers.SelectMany(answer => Others(answer, own))).OrderBy(call => call.Round).ThenBy(call => call.Position),
        ];

        TracedCall Traced(ActionRow row) => Of(row, asked.Find(card => card.ActionId == row.Id), [.. log.Where(entry => entry.ActionId == row.Id)]);
    }

    private TracedCall Of(ActionRow row, Approval? card, IReadOnlyList<AssistantLog> log)
    {
        var arguments = JsonDocument.Parse(row.Arguments).RootElement;
        var receipt = ReceiptView.Of(row, person.Now.ToDateTimeOffset());
        return new TracedCall(
            row.Id, row.Round, row.Position, row.Function, receipt.Effect, row.Door, cards.ValuesOf(row.Function, arguments, JsonDocument.Parse(row.Origins).RootElement, ValueOrigins.NotKept),
            row.Origin, ApprovalCards.Whose(row.Origin), row.Verdict, row.Rule, WhyWords.Of(row), row.Permission,
            card is null ? null : new TracedApproval(card.Id, card.State, card.ExpiresAt, card.DecidedAt, card.DecidedBy, WhyWords.Of(card, Words.Of(person))),
            row.State, receipt.Text, new TracedUndo(receipt.Undoable, receipt.UndoUntil, row.UndoneBy), row.CreatedAt,
            [.. log.Select(entry => new LogEntry(entry.Seq, entry.Kind, entry.At))]);
    }

    /// <summary>Calls of an answer that have no action: repeats of an earlier one, what is no function of the catalogue.</summary>
    private IEnumerable<TracedCall> Others(TurnAnswer answer, List<ActionRow> own)
    {
        var calls = RecordedChatClient.Read(answer.Answer).Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        for (var position = 0; position < calls.Count; position++)
        {
            if (own.Exists(row => row.Round == answer.Round && row.Position == position))
            {
                continue;
            }

            var (call, place) = (calls[position], position);
            var (plugin, name) = FunctionName.OfTool(call.Name);
            var function = $"{plugin}.{name}";
            var json = JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>(), ToolJson.Options)!.AsObject();
            var repeats = own.Exists(row => row.Round < answer.Round && row.Function == function && row.ArgumentsHash == ActionKey.Hash(function, json));
            yield return new TracedCall(
                null, answer.Round, place, function, null, null, cards.ValuesOf(function, JsonSerializer.SerializeToElement(json), default, ValueOrigins.NotKept),
                null, null, null, null, Text[repeats ? "Repeat" : call.Name == MoreTools.Name ? "Opens" : "NotCarriedOut"], null, null, null, "", null, null, []);
        }
    }
}
