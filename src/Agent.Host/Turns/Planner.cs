using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NodaTime;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Agent.Host.Turns.Traces;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Asks the planner and lets it call functions, until it has nothing more to call.</summary>
internal sealed class Planner(
    IChatClient offline, ModelDesk desk, Prompts prompts, Kernel kernel, PluginCatalog catalog, PlannerTools tools, OwnersCommands commands, SaidMessages said, Person person, TurnSteps steps, TimeProvider clock)
{
    /// <summary>Who answers unless a model is asked, and what that would be shown.</summary>
    public PlannerRun Describe() => new(PlannerRun.Offline, null, catalog.Hash, prompts.Assistant(person.Language.Name).Hash);

    /// <summary>The planner's text as it comes, and its last message as a whole.</summary>
    public async Task<ChatResponse> AnswerAsync(TurnContext context, TurnRecord turn, Action<string> say)
    {
        var (client, offered) = commands.For(context) ?? (new DecidingChatClient(new OwnersWords(offline, () => ReceivedWords.Of(context, person)), desk, context, turn), tools.Offered);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in LoopAsync(client, offered, context, turn))
        {
            updates.Add(update);
            if (update.Role != ChatRole.Tool && update.Text is { Length: > 0 } text)
            {
                say(text);
            }
        }

        return updates.ToChatResponse();
    }

    /// <summary>The same loop on what is recorded alone: no planner is asked.</summary>
    public async Task ReplayAsync(TurnContext context, TurnRecord turn, Doors door)
    {
        using var nobody = new RecordedOnly();
        try
        {
            await foreach (var _ in LoopAsync(nobody, door == Doors.Command ? commands.Offered : tools.Offered, context, turn))
            {
                // What was said is stored.
            }
        }
        catch (RecordEndsException)
        {
            // So far it went.
        }
        catch (Exception) when (turn.Fault is not null)
        {
            // The loop only knows that it was stopped.
        }

        if (turn.Fault is { } fault)
        {
            throw fault;
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> LoopAsync(IChatClient client, IList<AITool> offered, TurnContext context, TurnRecord turn)
    {
        using var loop = new ChatClientBuilder(new RecordedChatClient(client, turn, steps, clock)).UseKernelFunctionInvocation().Build();
        var invoking = loop.GetService<FunctionInvokingChatClient>()!;
        invoking.MaximumIterationsPerRequest = TurnBounds.MostRounds;
        invoking.AllowConcurrentInvocation = false;
        await foreach (var update in loop.GetStreamingResponseAsync(await said.OfAsync(context, turn.Stopping), Options(context, offered), turn.Stopping))
        {
            yield return update;
        }
    }

    private ChatOptions Options(TurnContext context, IList<AITool> offered)
    {
        // The kernel in the options is the one that runs a call; the tools are the same for everybody.
        var options = new PromptExecutionSettings().ToChatOptions(kernel)!;
        options.Tools = offered;
        options.ToolMode = ChatToolMode.Auto;
        options.AdditionalProperties = new AdditionalPropertiesDictionary
        {
            [PlannerContext.Now] = Instant.FromDateTimeOffset(context.SaidAt).InZone(person.Zone).ToDateTimeOffset()
                .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            [PlannerContext.Zone] = person.Zone.Id,
            [PlannerContext.Language] = person.Language.Name,
        };
        return options;
    }
}
