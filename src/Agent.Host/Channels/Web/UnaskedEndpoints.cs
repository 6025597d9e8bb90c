using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>What the assistant said on the page without having been asked just now: a reminder that was due, the morning brief, a notice.</summary>
/// <param name="Id">The message.</param>
/// <param name="At">When it was said.</param>
/// <param name="Kind">What it is: <c>reminder</c> or <c>notice</c>.</param>
/// <param name="Text">It in words.</param>
/// <param name="Reminders">The reminders that it tells, in their order.</param>
public sealed record UnaskedView(Guid Id, DateTimeOffset At, OutboxKind Kind, string Text, IReadOnlyList<ToldReminderView> Reminders);

/// <summary>A reminder that was told.</summary>
/// <param name="Id">The reminder.</param>
/// <param name="Text">Of what it reminds.</param>
/// <param name="Open">Whether it still waits to be ticked off or put off.</param>
public sealed record ToldReminderView(Guid Id, string Text, bool Open);

/// <summary>To when a reminder is put off.</summary>
public sealed record NewPutOff(PutOffTo To);

/// <summary>What was said unasked, and the buttons of a reminder.</summary>
internal static class UnaskedEndpoints
{
    private const int Usual = 20;
    private const int Most = 100;

    public static void MapUnasked(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("dashboard");
        group.MapGet("/unasked", (UnaskedMessages messages, CancellationToken cancellationToken, int limit = Usual) =>
            messages.LastAsync(Math.Clamp(limit, 1, Most), cancellationToken)).WithName("GetUnasked");
        group.MapPost("/reminders/{id:guid}/put-off", PutOffAsync).WithName("PutOffReminder");
    }

    private static async Task<ReceiptView> PutOffAsync(Guid id, NewPutOff putOff, HttpContext context, ReminderButtons buttons) =>
        await buttons.PutOffAsync(
            id, putOff.To, context.User.Identity?.AuthenticationType == OwnerToken.Name ? Doors.OpenApi : Doors.Web, IdempotencyKey.Of(context), context.RequestAborted)
            ?? throw new ToolException(ErrorCode.NotFound, new Texts(typeof(UnaskedEndpoints))["NeverTold"]);
}
