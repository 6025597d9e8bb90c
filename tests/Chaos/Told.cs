using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>A message that leads to one act, in a chat of its own.</summary>
internal sealed record Told(string Chat, string Text, bool Elsewhere)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>A task to be written.</summary>
    public static Told Task(string chat) => new(chat, $"preciso comprar {chat} amanhã", Elsewhere: false);

    /// <summary>One whose turn comes to that step.</summary>
    public static Told At(TurnStep step)
    {
        var chat = step.ToString().ToLowerInvariant();
        return step is TurnStep.InFlight or TurnStep.Sent ? new Told(chat, $"/probe label text={chat}", Elsewhere: true) : Task(chat);
    }

    /// <summary>One turn, one act, one answer; the same message again changes nothing and is told the same turn.</summary>
    public async Task SeeFinishedOnceAsync(House house, HostProcess host)
    {
        var turn = await host.EndedTurnAsync(Chat);
        Assert.Equal((TurnState.Done, Id.ToString()), (turn.State, Assert.Single(turn.Messages).Id));
        Assert.NotEmpty(turn.Reply);

        var again = await host.PostAsync(this);

        Assert.Equal(turn.Id, again[0].GetProperty("runId").GetGuid());
        Assert.Equal("RUN_FINISHED", again[^1].GetProperty("type").GetString());
        Assert.Equal(Assert.Single(turn.Receipts).Id, await house.SeeAsync<Guid>($"select id from actions where turn_id = '{turn.Id}'"));
        foreach (var table in new[] { "incoming_messages", "turns", "actions" })
        {
            Assert.Equal(1, await house.SeeAsync<long>($"select count(*) from {table} where conversation_id = '{turn.ConversationId}'"));
        }

        Assert.Equal(1, await house.SeeAsync<long>($"select count(*) from outbox_messages where chat = '{Chat}'"));
        Assert.Equal(Elsewhere ? 0 : 1, await house.SeeAsync<long>($"select count(*) from tasks where title = 'comprar {Chat}'"));
        Assert.Equal(0, await house.SeeAsync<long>($"select count(*) from work where kind = 'turn' and id = '{turn.Id}'"));
        Assert.StartsWith(Elsewhere ? "in_flight" : "done", await LogAsync(house), StringComparison.Ordinal);
        Assert.Null(await house.SeeAsync<long?>("select verify_log()"));
    }

    /// <summary>What became of the act, transition by transition.</summary>
    public Task<string?> LogAsync(House house) => house.SeeAsync<string>(
        $"""
        select string_agg(l.kind, ',' order by l.seq) from assistant_logs l
        join actions a on a.id = l.action_id join conversations c on c.id = a.conversation_id where c.chat = '{Chat}'
        """);
}
