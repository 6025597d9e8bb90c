using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Takes the owner's decision. The host's own: what is approved is carried out by a turn.</summary>
public delegate Task<DecidedView> DecideCard(CardChoice card, bool approve, CancellationToken cancellationToken);

/// <summary>Asks a card that expired again. The host's own: it makes every card.</summary>
public delegate Task<AskedAgainView> AskCardAgain(CardChoice card, CancellationToken cancellationToken);

/// <summary>
/// Which approval card the owner means: by its id together with the hash that was on the screen, by the code that stands on it (how its hash
/// begins), or by neither: the only open one, if it is what the conversation just asked.
/// </summary>
/// <param name="Approval">Id or code.</param>
/// <param name="Hash">The hash that was on the screen.</param>
public sealed record CardChoice(string? Approval, string? Hash)
{
    private const int CodeLength = 6;
    private static readonly Texts Text = new(typeof(CardChoice));

    /// <summary>The code of a card with that hash; none of one whose hash was forgotten.</summary>
    public static string CodeOf(string hash) => hash.Length < CodeLength ? hash : hash[..CodeLength];

    /// <summary>The card; of several with one code, one in that state before others, then the latest.</summary>
    /// <exception cref="ToolException">not_found, invalid, conflict or ambiguous.</exception>
    public async Task<Approval> FindAsync(AppDbContext db, Person person, ApprovalState wanted, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(Approval, out var id))
        {
            var card = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw None();
            return Hash is null ? throw new ToolException(ErrorCode.Invalid, Text["HashMissing"]) { Parameter = "hash" }
                : card.Hash == Hash ? card
                : throw new ToolException(ErrorCode.Conflict, Text["OtherCard"]) { Parameter = "hash" };
        }

        return string.IsNullOrWhiteSpace(Approval)
            ? await JustAskedAsync(db, person, wanted, cancellationToken)
            : await OfCodeAsync(db, Approval.Trim().ToLowerInvariant(), wanted, cancellationToken);
    }

    private static async Task<Approval> OfCodeAsync(AppDbContext db, string code, ApprovalState wanted, CancellationToken cancellationToken)
    {
        if (code.Length < CodeLength || !code.All(char.IsAsciiHexDigitLower))
        {
            throw None();
        }

        var cards = await db.Approvals.AsNoTracking().Where(row => row.Hash.StartsWith(code)).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        var best = cards.Find(card => card.State == wanted) ?? cards.FirstOrDefault() ?? throw None();
        return cards.Exists(card => card.State == best.State && card.Hash != best.Hash) ? throw Several(cards) : best;
    }

    /// <summary>What the conversation's last turn asked, and nothing else waits: an answer without a name can mean nothing but that.</summary>
    private static async Task<Approval> JustAskedAsync(AppDbContext db, Person person, ApprovalState wanted, CancellationToken cancellationToken)
    {
        var last = await db.Set<Turn>().Where(turn => turn.ConversationId == person.ConversationId && turn.State != TurnState.Running)
            .OrderByDescending(turn => turn.Id).Select(turn => (Guid?)turn.Id).FirstOrDefaultAsync(cancellationToken);
        // Translated: the database's clock, by which a decision counts too.
        var open = db.Approvals.AsNoTracking().Where(row => row.State == ApprovalState.Open && row.ExpiresAt > DateTimeOffset.UtcNow);
        var asked = from card in wanted == ApprovalState.Open ? open : db.Approvals.AsNoTracking().Where(row => row.State == wanted || (row.State == ApprovalState.Open && row.ExpiresAt <= DateTimeOffset.UtcNow))
                    join action in db.Actions on card.ActionId equals action.Id
                    where action.TurnId == last
                    select card;
        var cards = await open.ToListAsync(cancellationToken);
        var just = await asked.ToListAsync(cancellationToken);
        return (just.Count, wanted == ApprovalState.Open ? cards.Count : just.Count) switch
        {
            (1, 1) => just[0],
            (_, 0) => throw None(),
            _ => throw Several(wanted == ApprovalState.Open ? cards : just),
        };
    }

    private static ToolException None() => new(ErrorCode.NotFound, Text["NoSuchCard"]) { Parameter = "approval" };

    private static ToolException Several(List<Approval> cards) => new(
        ErrorCode.Ambiguous, Text["WhichCard", string.Join('\n', cards.Select(card => $"• {CodeOf(card.Hash)}: {card.Text}"))])
    {
        Parameter = "approval",
        Candidates = [.. cards.Select(card => new Candidate(card.Id, card.Text))],
    };
}
