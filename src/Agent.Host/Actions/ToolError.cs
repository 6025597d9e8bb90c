using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Data.Actions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>A failed call as a planner or an agent sees it.</summary>
/// <param name="Error">The code.</param>
/// <param name="Message">The error in the person's words; names the cure.</param>
/// <param name="Parameter">The parameter at fault.</param>
/// <param name="Candidates">What the words could mean.</param>
/// <param name="Suggestion">Arguments with which the call would work.</param>
internal sealed record ToolError(
    ErrorCode Error, string Message, string? Parameter, IReadOnlyList<Candidate>? Candidates, JsonElement? Suggestion)
{
    private static readonly Texts Text = new(typeof(ToolError));

    public static ToolError Of(ToolException exception) => new(
        exception.Code, exception.Message, exception.Parameter,
        exception.Candidates.Count == 0 ? null : exception.Candidates,
        exception.Suggestion is null ? null : JsonSerializer.SerializeToElement(exception.Suggestion, ToolJson.Options));

    /// <summary>The error with which a recorded call ended, or null where it went well.</summary>
    public static ToolException? Recorded(ActionRow row) =>
        row is { State: ActionState.Failed or ActionState.Refused or ActionState.Unknown, Result: { } result }
        && JsonSerializer.Deserialize<ToolError>(result, ToolJson.Options) is { Message: not null } error
            ? new ToolException(error.Error, error.Message)
            {
                Parameter = error.Parameter,
                Candidates = error.Candidates ?? [],
                Suggestion = error.Suggestion is { } suggestion ? JsonObject.Create(suggestion) : null,
            }
            : null;

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, ToolJson.Options);

    /// <summary>
    /// What the caller can mend in an exception: its own words, or those for arguments that could not be read.
    /// Null where it is a bug of ours.
    /// </summary>
    public static ToolException? Mendable(Exception exception) => exception switch
    {
        ToolException known => known,
        Microsoft.SemanticKernel.KernelException { InnerException: { } inner } => Mendable(inner),
        JsonException or FormatException or ArgumentException { InnerException: JsonException or FormatException } =>
            new ToolException(ErrorCode.Invalid, Text["UnreadableArgument", exception.InnerException?.Message ?? exception.Message]),
        DbUpdateConcurrencyException or DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } =>
            new ToolException(ErrorCode.Conflict, Text["ChangedMeanwhile"]),
        ArgumentOutOfRangeException => new ToolException(ErrorCode.Invalid, Text["UnreadableArgument", exception.Message]),
        _ => null,
    };
}
