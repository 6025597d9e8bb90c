using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;

namespace TbPersonalOs.Plugins.Memory;

/// <summary>What is kept of the person's life, and how it is forgotten.</summary>
[Topics("esquec", "esquece de vez", "para sempre", "pra sempre", "forget", "for good", "permanently", "erase")]
public sealed class MemoryPlugin
{
    private const int MostShown = 80;
    private static readonly Texts Text = new(typeof(MemoryPlugin));

    /// <summary>Forgets something for good.</summary>
    [KernelFunction("forget")]
    [Effect(Effect.Erase, Preview = nameof(PreviewForget))]
    [Description("Forgets something for good, with every message, answer and record that derives from it; it cannot be taken back. Only where the person asks to forget or erase it for ever: to take a task off the list, delete it instead. Returns a certificate.")]
    public async Task<ForgottenView> Forget(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] CurrentAction current,
        [FromKernelServices] LastBackup backup,
        [Description("Which thing: its id, or words of it. Leave it out only for everything.")] string? item = null,
        [Description("What it is: task, reminder, event, note, goal, inbox_item, check_in, message, or everything for all that there is. Leave it out where the words say it.")] string? kind = null,
        CancellationToken cancellationToken = default)
    {
        var forgetting = new Forgetting(db);
        var turn = await forgetting.TurnOfAsync(current.Id, cancellationToken);
        ForgottenView certificate;
        if (await ForgetTarget.FindAsync(db, item, kind, cancellationToken) is { } target)
        {
            var things = await forgetting.GatherAsync(target.Kind, target.Id, cancellationToken);
            await forgetting.ApplyAsync(things, current.Id, turn, cancellationToken);
            await forgetting.ForgetTheAskingAsync(current.Id, cancellationToken);
            certificate = ForgottenView.Of(things, await forgetting.LookAgainAsync(things, current.Id, cancellationToken));
            current.KeepOnly(new() { ["item"] = target.Id, ["kind"] = target.Kind });
        }
        else
        {
            await forgetting.EverythingAsync(current.Id, turn, cancellationToken);
            await forgetting.ForgetTheAskingAsync(current.Id, cancellationToken);
            certificate = ForgottenView.OfEverything(await forgetting.LookAgainForEverythingAsync(current.Id, turn, cancellationToken));
            current.KeepOnly(new() { ["kind"] = Forgotten.Everything });
        }

        return certificate with { LogHolds = await forgetting.LogHoldsAsync(cancellationToken), BackupUntil = backup.KeptUntil };
    }

    private async Task<string> PreviewForget(
        [FromKernelServices] AppDbContext db, [FromKernelServices] CurrentAction current, string? item = null, string? kind = null, CancellationToken cancellationToken = default)
    {
        if (await ForgetTarget.FindAsync(db, item, kind, cancellationToken) is not { } target)
        {
            current.KeepOnly(new() { ["kind"] = Forgotten.Everything });
            return Text["PreviewEverything", await ForgetTarget.AllAsync(db, cancellationToken)];
        }

        current.KeepOnly(new() { ["item"] = target.Id, ["kind"] = target.Kind });
        var things = await new Forgetting(db).GatherAsync(target.Kind, target.Id, cancellationToken);
        return $"{Text["Preview", $"{ForgetTarget.Count(target.Kind, 1)} (“{Words.Start(target.Words, MostShown)}”)"]} {Text["PreviewWith", ForgottenView.Of(things, new LookAgain(0, 0, 0)).With()]}";
    }
}
