using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Assistant;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>Tells the current person their day in the morning, if they wanted that: once a day, and not a word where there is nothing in it.</summary>
internal sealed class MorningBrief(AppDbContext db, CurrentUser user, Person person, PersonLoader people, Ways ways, Outbox outbox)
{
    /// <summary>Kind of the work that finds a person's brief.</summary>
    public const string Work = "brief";

    /// <summary>For so long a day that began without it is still young.</summary>
    private static readonly Duration StillMorning = Duration.FromHours(4);

    /// <summary>One that was wanted just now for this very minute is not put off to tomorrow.</summary>
    private static readonly Duration JustSet = Duration.FromMinutes(2);

    private static readonly Texts Text = new(typeof(MorningBrief));

    /// <summary>Tells it if it is due. Returns whether it was told.</summary>
    public async Task<bool> TellAsync(Instant now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var claimed = await db.Database.SqlQuery<int>(
            $"""select attempts as "Value" from work where user_id = {user.Required} and kind = {Work} and run_at <= {now.ToDateTimeOffset()} for update skip locked""")
            .ToListAsync(cancellationToken);
        var profile = await db.Profiles.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (claimed is not [var attempts] || profile?.BriefAt is not { } hour)
        {
            return false;
        }

        people.Become(user.Required, profile, now.ToDateTimeOffset());
        person.Speak();
        var today = now.InZone(person.Zone).Date;
        var time = person.Zone.AtLeniently(today.At(hour.ToLocalTime())).ToInstant();
        var late = now - time;
        var words = late >= Duration.Zero && late < (attempts > 0 ? StillMorning : JustSet) ? await WordsAsync(today, cancellationToken) : null;
        await using (var batch = db.Batch())
        {
            if (words is not null)
            {
                await AddAsync(batch, words, today, cancellationToken);
            }

            var next = now < time ? time : person.Zone.AtLeniently(today.PlusDays(1).At(hour.ToLocalTime())).ToInstant();
            batch.Add("update work set run_at = $3, attempts = 1, fence = fence + 1 where user_id = $1 and kind = $2", user.Required, Work, next.ToDateTimeOffset());
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        outbox.Left();
        return words is not null;
    }

    /// <summary>Null where it was told today already, as much was said today as may be, or there is nothing to tell.</summary>
    private async Task<string?> WordsAsync(LocalDate today, CancellationToken cancellationToken)
    {
        var day = today.ToDateOnly();
        var said = await db.Database.SqlQuery<string>($"""select kind as "Value" from unasked_messages where user_id = {user.Required} and day = {day}""").ToListAsync(cancellationToken);
        if (said.Contains(Code.Of(UnaskedKind.Brief)) || said.Count >= UnaskedMessage.MostADay)
        {
            return null;
        }

        var view = await new AssistantPlugin().Today(db, person, Moment.OfDay(today), cancellationToken);
        return view is { Events: [], Tasks: [], Overdue: [], Reminders: [] } ? null : Text["Brief", view.InWords(Words.Of(person))];
    }

    private async Task AddAsync(NpgsqlBatch batch, string words, LocalDate today, CancellationToken cancellationToken)
    {
        var way = await ways.ToAsync(null, cancellationToken);
        var message = outbox.Add(batch, new NewOutboxMessage(OutboxKind.Notice, way.Channel, way.Chat, words));
        batch.Add(
            "insert into unasked_messages (user_id, id, day, kind, message_id) values ($1, $2, $3, $4, $5)",
            user.Required, Guid.CreateVersion7(), today.ToDateOnly(), Code.Of(UnaskedKind.Brief), message);
    }
}
