using System.Text.Json;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Runs a function and turns what came of it into the entry's state, result and words.</summary>
internal sealed partial class Outcome(Person person, AppDbContext db, CallContext call, CurrentAction current, ILogger<Outcome> logger)
{
    private static readonly Texts Text = new(typeof(Outcome));

    /// <summary>
    /// Runs. What the caller can mend, and a bug of the function, become a failed entry; what concerns the whole turn
    /// (cancellation, the database away) is thrown on.
    /// </summary>
    public async Task OfAsync(ActionEntry entry, FunctionInvocationContext context, Func<Task> run)
    {
        db.TakeForeign();
        try
        {
            Arguments.Check(entry.Function, entry.Arguments);
            await run();
            Succeed(entry, context.Result);
        }
        catch (Exception fault) when (ToolError.Mendable(fault) is { } reason)
        {
            entry.State = ActionState.Failed;
            entry.Fail(reason);
        }
        catch (Exception bug) when (!ConcernsTheTurn(bug))
        {
            LogBug(bug, entry.Function.FullName, entry.Id);
            entry.State = ActionState.Failed;
            entry.Fail(new ToolException(ErrorCode.Unavailable, Text["Bug"]));
        }

        Label(entry);
    }

    /// <summary>What the call showed of others' words labels the call, and everything that is composed after it.</summary>
    public void Label(ActionEntry entry)
    {
        var foreign = db.TakeForeign() ?? current.Foreign;
        if (foreign is not null)
        {
            entry.Origin = Data.Origin.IsUntrusted(entry.Origin) ? entry.Origin : foreign;
            call.Taint(foreign);
        }

        call.Show(foreign, entry.Result);
    }

    /// <summary>The function returned: its view is the result, its words the text.</summary>
    public void Succeed(ActionEntry entry, FunctionResult result)
    {
        var value = result.GetValue<object>();
        entry.State = ActionState.Done;
        entry.Arguments = current.Kept ?? entry.Arguments;
        entry.Result = JsonSerializer.SerializeToElement(value, value?.GetType() ?? typeof(object), ToolJson.Options);
        entry.Moved = value is UndoView undo ? undo.Actions : [];
        entry.Text = value is IView view ? view.InWords(Words.Of(person)) : value?.ToString();
    }

    /// <summary>Whether no other call of the turn can go well either.</summary>
    public static bool ConcernsTheTurn(Exception fault) => fault is
        OperationCanceledException or Turns.FenceLostException or Turns.MessageJoinedException
        or Npgsql.NpgsqlException and not Npgsql.PostgresException
        or { InnerException: Npgsql.NpgsqlException and not Npgsql.PostgresException };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed, action {ActionId}")]
    private partial void LogBug(Exception bug, string function, Guid actionId);
}
