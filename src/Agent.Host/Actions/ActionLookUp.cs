using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Finds out what became of an act that was in flight when nobody was left to tell.</summary>
internal sealed class ActionLookUp(
    AppDbContext db, CurrentUser user, CallContext call, CurrentAction current, PluginCatalog catalog, Kernel kernel,
    RemoteEffect remotes)
{
    public async Task SettleAsync(Guid actionId, CancellationToken cancellationToken)
    {
        var row = await db.Actions.AsNoTracking().SingleOrDefaultAsync(action => action.Id == actionId, cancellationToken);
        if (row is not { State: ActionState.InFlight or ActionState.Unknown })
        {
            await db.Database.ExecuteSqlAsync(
                $"delete from work where user_id = {user.Required} and kind = 'action' and id = {actionId}", cancellationToken);
            return;
        }

        var (plugin, name) = FunctionName.Split(row.Function);
        var function = catalog.Find(plugin, name) ?? throw new InvalidOperationException($"{row.Function} is no longer in the catalogue.");
        current.Id = row.Id;
        call.Door = Code.Parse<Doors>(row.Door);
        await remotes.SettleAsync(
            new ActionEntry
            {
                Id = row.Id,
                TurnId = row.TurnId,
                ConversationId = row.ConversationId,
                Round = row.Round,
                Position = row.Position,
                Key = row.Key,
                Function = function,
                Effect = Code.Parse<Effect>(row.Effect),
                Door = call.Door,
                Arguments = JsonNode.Parse(row.Arguments)!.AsObject(),
                Hash = row.ArgumentsHash,
                Origin = row.Origin,
                State = row.State,
            },
            kernel,
            cancellationToken);
    }
}
