using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Sharing;

namespace TbPersonalOs.Plugins.Sharing;

/// <summary>Which kinds of data may leave for a model. For the owner's hand only: a model cannot open what is kept from it.</summary>
public sealed class SharingPlugin
{
    /// <summary>Switches one kind of data.</summary>
    [KernelFunction("set_sharing")]
    [Effect(Effect.Write)]
    [Doors(Doors.OwnersHand)]
    [Description("Lets one kind of data out to the model that plans, or keeps it at home.")]
    public async Task<SharingView> SetSharing(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] CurrentAction action,
        [Description("The kind.")] DataKind kind,
        [Description("Whether it may leave.")] bool allowed,
        CancellationToken cancellationToken = default)
    {
        if (await db.SharingChoices.SingleOrDefaultAsync(row => row.Kind == kind, cancellationToken) is { } known)
        {
            known.Allowed = allowed;
        }
        else
        {
            db.SharingChoices.Add(new SharingChoice { Kind = kind, Allowed = allowed, Origin = action.Origin });
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SharingView(kind, allowed);
    }
}
