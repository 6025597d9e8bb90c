using System.Collections.Frozen;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// What the person's own hand alone may do, typed as a whole message: matched by code and called by the door of commands. No planner reads
/// these words, and none is offered what they do.
/// </summary>
internal sealed class OwnersCommands(PluginCatalog catalog)
{
    private static readonly FrozenDictionary<string, OwnersCommand> Commands = Switches().Concat(
    [
        KeyValuePair.Create("/custo mais", new OwnersCommand("assistant.allow_spending", [])),
        KeyValuePair.Create("/cost more", new OwnersCommand("assistant.allow_spending", [])),
    ]).ToFrozenDictionary();

    /// <summary>Commands that go on with a word of their own.</summary>
    private static readonly (string[] Names, string Function, string? Takes, bool Needed)[] Open =
    [
        (["/aprovar", "/approve"], "actions.approve", "approval", false),
        (["/recusar", "/reject"], "actions.reject", "approval", false),
        (["/pedirdenovo", "/askagain"], "actions.ask_again", "approval", false),
        (["/permissoes", "/permissions"], "actions.list_permissions", null, false),
        (["/revogar", "/revoke"], "actions.revoke_permission", "permission", true),
    ];

    /// <summary>The functions that a command may call.</summary>
    public IList<AITool> Offered { get; } = new PromptExecutionSettings
    {
        FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(
            catalog.Functions.Where(function => function.Doors.HasFlag(Doors.Command) && !function.Doors.HasFlag(Doors.Chat)).Select(function => function.Kernel)),
    }.ToChatOptions(new Kernel(plugins: catalog.Plugins))!.Tools!;

    /// <summary>Whether a turn's only message is such a command.</summary>
    public static bool Are(TurnContext context) => CommandOf(context) is not null;

    /// <summary>The answer to such a turn and the functions that it may call; null where its words are for a planner.</summary>
    public (IChatClient Client, IList<AITool> Tools)? For(TurnContext context) =>
        CommandOf(context) is { } command ? (new TypedCommand(command), Offered) : null;

    private static OwnersCommand? CommandOf(TurnContext context) =>
        context is { Approved: null, Messages: [{ Text.Length: > 0 } only] } && !Origin.IsUntrusted(only.Origin)
            ? Commands.GetValueOrDefault(string.Join(' ', WordMatch.Plain(only.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) ?? OpenCommand(only.Text) ?? CardAnswers.Of(only.Text, context.History)
            : null;

    /// <summary>“/aprovar 3fa9c1”, “/aprovar 3fa9c1 sempre”, “/revogar ana@example.com”.</summary>
    private static OwnersCommand? OpenCommand(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = WordMatch.Plain(words[0]);
        if (Array.Find(Open, open => open.Names.Contains(name)) is not { Function: { } function } command)
        {
            return null;
        }

        return words.Length switch
        {
            1 when !command.Needed => new OwnersCommand(function, []),
            2 when command.Takes is { } argument => new OwnersCommand(function, new() { [argument] = words[1] }),
            3 when function == "actions.approve" && WordMatch.Plain(words[2]) is "sempre" or "always" =>
                new OwnersCommand(function, new() { ["approval"] = words[1] }) { Then = new OwnersCommand("actions.allow_always", new() { ["approval"] = words[1] }) },
            _ => null,
        };
    }

    /// <summary>“/privacidade saúde sim”, “/privacy health off”: a switch of what may leave for a model.</summary>
    private static IEnumerable<KeyValuePair<string, OwnersCommand>> Switches() =>
        from kind in new (DataKind Kind, string Portuguese, string English)[]
        {
            (DataKind.Health, "saude", "health"), (DataKind.Mail, "emails", "mail"), (DataKind.Files, "arquivos", "files"),
            (DataKind.Contacts, "contatos", "contacts"), (DataKind.Memories, "memorias", "memories"),
        }
        from allowed in new[] { true, false }
        from words in new[] { $"/privacidade {kind.Portuguese} {(allowed ? "sim" : "nao")}", $"/privacy {kind.English} {(allowed ? "on" : "off")}" }
        select KeyValuePair.Create(words, new OwnersCommand("sharing.set_sharing", new() { ["kind"] = Code.Of(kind.Kind), ["allowed"] = allowed }));
}

/// <summary>What a typed command does.</summary>
/// <param name="Function">The catalogue's function.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record OwnersCommand(string Function, Dictionary<string, object?> Arguments)
{
    /// <summary>What it does after that, in the same answer.</summary>
    public OwnersCommand? Then { get; init; }
}
