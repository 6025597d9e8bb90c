using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Plugins.Memory;

/// <summary>The thing that is to be forgotten.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Words">What it says.</param>
internal sealed record ForgetTarget(string Kind, Guid Id, string Words)
{
    private const int MostShown = 80;
    private const int MostMessages = 500;
    private static readonly Texts Text = new(typeof(ForgetTarget));

    /// <summary>The thing that an id or words mean; null where it is everything.</summary>
    /// <exception cref="ToolException">invalid, not_found or ambiguous.</exception>
    public static async Task<ForgetTarget?> FindAsync(AppDbContext db, string? item, string? kind, CancellationToken cancellationToken)
    {
        kind = string.IsNullOrWhiteSpace(kind) ? null : kind.Trim().ToLowerInvariant();
        var known = Lineage.Records.Keys.Append(Forgotten.Message).Append(Forgotten.Everything).ToList();
        if (kind is not null && !known.Contains(kind))
        {
            throw new ToolException(ErrorCode.Invalid, Text["NoSuchKind", string.Join(", ", known)]) { Parameter = "kind" };
        }

        if (kind == Forgotten.Everything)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(item))
        {
            throw new ToolException(ErrorCode.Invalid, Text["Which"]) { Parameter = "item" };
        }

        return WordMatch.Find(await ThingsAsync(db, kind, cancellationToken), item, "item", thing => thing.Id, thing => thing.Words, thing => $"{Count(thing.Kind, 1)}: {TbPersonalOs.Plugins.Words.Start(thing.Words, MostShown)}");
    }

    /// <summary>How many things of each kind there are, in words.</summary>
    public static async Task<string> AllAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var counts = (await new Forgetting(db).RecordsAsync(null, cancellationToken)).CountBy(thing => thing.Kind).Select(kind => Count(kind.Key, kind.Value));
        return string.Join(", ", counts.Append(Count("message", await db.Set<IncomingMessage>().CountAsync(cancellationToken))));
    }

    /// <summary>“2 mensagens”.</summary>
    public static string Count(string kind, int count)
    {
        var known = Text.Find($"one_{kind}") is null ? "thing" : kind;
        return count == 1 ? Text[$"one_{known}"] : Text[$"many_{known}", count];
    }

    private static async Task<List<ForgetTarget>> ThingsAsync(AppDbContext db, string? kind, CancellationToken cancellationToken)
    {
        if (kind != Forgotten.Message)
        {
            return [.. (await new Forgetting(db).RecordsAsync(kind, cancellationToken)).Select(thing => new ForgetTarget(thing.Kind, thing.Id, thing.Words))];
        }

        var messages = await db.Set<IncomingMessage>().AsNoTracking().Where(message => (message.Text != "" || db.Set<Attachment>().Any(file => file.MessageId == message.Id)) && db.Set<Turn>().Any(turn => turn.Id == message.TurnId && turn.State != TurnState.Running)
                && !db.Set<ActionRow>().Any(action => action.TurnId == message.TurnId && action.Function == "memory.forget"))
            .OrderByDescending(message => message.Id).Take(MostMessages).ToListAsync(cancellationToken);
        return [.. messages.Select(message => new ForgetTarget(Forgotten.Message, message.Id, message.Text.Length > 0 ? message.Text : Text["WordlessMessage", message.SaidAt]))];
    }
}
