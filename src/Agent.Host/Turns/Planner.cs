using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NodaTime;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Asks the planner and lets it call functions, until it has nothing more to call.</summary>
internal sealed class Planner(IChatClient client, Kernel kernel, PluginCatalog catalog, PlannerTools tools, Person person, TurnSteps steps, PlannerStatus status, TimeProvider clock)
{
    private const int MostRounds = 8;

    /// <summary>Who will answer, and what it is shown.</summary>
    public PlannerRun Describe(TurnContext? context) => new(
        status.Name, client.GetService<ChatClientMetadata>()?.DefaultModelId, catalog.Hash,
        context is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SystemPrompt(context)))));

    /// <summary>The planner's text as it comes, and its last message as a whole.</summary>
    public async Task<ChatResponse> AnswerAsync(TurnContext context, TurnRecord turn, Action<string> say)
    {
        using var loop = new ChatClientBuilder(new RecordedChatClient(client, turn, steps, clock)).UseKernelFunctionInvocation().Build();
        var invoking = loop.GetService<FunctionInvokingChatClient>()!;
        invoking.MaximumIterationsPerRequest = MostRounds;
        invoking.AllowConcurrentInvocation = false;
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in loop.GetStreamingResponseAsync(Messages(context), Options(context), turn.Stopping))
        {
            updates.Add(update);
            if (update.Role != ChatRole.Tool && update.Text is { Length: > 0 } text)
            {
                say(text);
            }
        }

        return updates.ToChatResponse();
    }

    private static List<ChatMessage> Messages(TurnContext context) =>
    [
        new(ChatRole.System, SystemPrompt(context)),
        .. context.History,
        .. context.Messages.Select(message => new ChatMessage(ChatRole.User, message.Text) { CreatedAt = message.SaidAt }),
    ];

    /// <summary>Who the person is and what they want to reach.</summary>
    private static string SystemPrompt(TurnContext context)
    {
        var prompt = new StringBuilder("You are a personal assistant. Act only through the functions you are given.\n");
        prompt.AppendLine(CultureInfo.InvariantCulture, $"Person: {context.Profile?.Name ?? "(no name)"}. {context.Profile?.About}");
        foreach (var goal in context.Goals)
        {
            prompt.AppendLine(CultureInfo.InvariantCulture, $"Goal: {goal}");
        }

        return prompt.ToString();
    }

    private ChatOptions Options(TurnContext context)
    {
        // The kernel in the options is the one that runs a call; the tools are the same for everybody.
        var options = new PromptExecutionSettings().ToChatOptions(kernel)!;
        options.Tools = tools.Offered;
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
