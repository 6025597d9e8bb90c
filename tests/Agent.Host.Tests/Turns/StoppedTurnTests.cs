using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>What was said in a turn that was stopped is settled.</summary>
public sealed class StoppedTurnTests(TestHost host)
{
    [Fact]
    public async Task AWishThatWasStoppedIsNotCarriedOutByTheNextMessage()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("ajuda");
        await person.SeeAsync(db => StopAsync(db, "preciso comprar pão amanhã"));

        await person.SayAsync("quais tarefas tenho hoje?");

        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }

    /// <summary>A turn as it stands after the person stopped it before anything was stored of an answer.</summary>
    private static async Task<int> StopAsync(AppDbContext db, string said)
    {
        var conversation = await db.Set<Conversation>().SingleAsync();
        var turn = new Turn { ConversationId = conversation.Id, State = TurnState.Cancelled, Joined = 1, Text = "Parei, como você pediu.", StartedAt = DateTimeOffset.UtcNow };
        db.Add(turn);
        db.Add(new IncomingMessage
        {
            ConversationId = conversation.Id,
            Channel = conversation.Channel,
            Account = conversation.Channel,
            ExternalId = "stopped",
            TurnId = turn.Id,
            Text = said,
            SaidAt = TestHost.Monday.ToUniversalTime(),
            ReceivedAt = DateTimeOffset.UtcNow,
            Origin = Origin.Owner,
        });
        return await db.SaveChangesAsync();
    }
}
