using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>One call on its way through the pipeline.</summary>
internal sealed class ActionEntry
{
    public required Guid Id { get; init; }

    public Guid? TurnId { get; init; }

    public Guid? ConversationId { get; init; }

    public int? Round { get; init; }

    public int? Position { get; init; }

    public string? CallId { get; init; }

    public required string Key { get; init; }

    public required CatalogFunction Function { get; init; }

    public required Doors Door { get; init; }

    public required JsonObject Arguments { get; set; }

    public required string Hash { get; set; }

    public required string Origin { get; set; }

    public Effect Effect { get; set; }

    /// <summary>What was decided of it; none where it carries an earlier decision on.</summary>
    public Judgement? Judgement { get; set; }

    /// <summary>The standing permission by which it ran unasked.</summary>
    public Guid? Permission { get; set; }

    public ActionState State { get; set; }

    public JsonElement? Result { get; set; }

    public string? Text { get; set; }

    public ToolException? Error { get; set; }

    /// <summary>Seconds after which an in-flight one is looked up.</summary>
    public int? DeadlineSeconds { get; set; }

    /// <summary>Earlier actions that this one took back or did again: their transitions are logged with it.</summary>
    public IReadOnlyList<UndoneAction> Moved { get; set; } = [];

    /// <summary>It did not happen, or not as asked: the error is its result.</summary>
    public void Fail(ToolException reason)
    {
        Error = reason;
        Text = reason.Message.Replace('\0', '\uFFFD');
        Result = ToolError.Of(reason).ToJson();
    }

    /// <summary>The logged words of this transition: text as stored, so that its hash can be checked.</summary>
    public string Payload()
    {
        var payload = new JsonObject
        {
            ["function"] = Function.FullName,
            ["effect"] = Code.Of(Effect),
            ["door"] = Code.Of(Door),
            ["origin"] = Origin,
            ["arguments"] = Arguments.DeepClone(),
            ["text"] = Text,
            ["error"] = Error is null ? null : Code.Of(Error.Code),
        };
        if (Judgement is { } judged)
        {
            payload["verdict"] = Code.Of(judged.Verdict);
            payload["rule"] = judged.Rule;
            payload["context"] = judged.Context;
            payload["origins"] = judged.Origins.DeepClone();
        }

        if (Permission is { } permission)
        {
            payload["permission"] = permission;
        }

        return payload.ToJsonString(ToolJson.Options);
    }
}
