using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>A request as it leaves for a model, and what is known of it.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Options">Tools and limits.</param>
/// <param name="Answer">Puts the real values back into what comes.</param>
/// <param name="Bounds">How far the model may go.</param>
/// <param name="Held">What is in it.</param>
/// <param name="Masked">How many secrets have a stand-in.</param>
internal sealed record ModelRequest(
    IReadOnlyList<ChatMessage> Messages, ChatOptions Options, RestoredAnswer Answer, TurnBounds Bounds, IReadOnlyList<string> Held, int Masked)
{
    /// <summary>Its size in bytes.</summary>
    public long Bytes => RequestSize.Of(Messages, Options.Tools ?? []);

    /// <summary>Pictures, recordings and documents in it.</summary>
    public IReadOnlyList<DataContent> Media => [.. Messages.SelectMany(message => message.Contents).OfType<DataContent>()];
}

/// <summary>Composes the requests of a turn.</summary>
internal sealed class ModelRequests(Prompts prompts, ToolSelection tools, Person person)
{
    /// <summary>The most tokens of an answer, thought included.</summary>
    public const int MostTokens = 8192;

    /// <summary>The next request.</summary>
    /// <param name="context">The turn's context.</param>
    /// <param name="talk">The conversation with this turn's rounds.</param>
    /// <param name="read">Functions that the offline planner reads from the words.</param>
    /// <param name="kept">Kinds of data that stay at home.</param>
    public ModelRequest Compose(TurnContext context, Talk talk, IReadOnlyList<string> read, IReadOnlySet<DataKind> kept)
    {
        var outgoing = new Outgoing(kept);
        var bounds = new TurnBounds(talk.Rounds, kept);
        var held = outgoing.Held;
        held.Add("profile");
        var system = prompts.Assistant(person.Language.Name).Fill(new Dictionary<string, string>
        {
            ["name"] = person.Profile.Name ?? "—",
            ["about"] = person.Profile.About ?? "",
            ["zone"] = person.Zone.Id,
        });
        var data = DataBlock.Of(context, person, kept, held);
        List<ChatMessage> messages =
        [
            new(ChatRole.System, outgoing.Of(system)),
            .. outgoing.Of(talk.Before),
            new(ChatRole.User, outgoing.Of(data)),
            .. outgoing.Present([.. talk.Said, .. talk.Rounds]),
        ];
        var offered = tools.Of(string.Join('\n', talk.Said.Select(message => message.Text)), talk.Before, talk.Rounds, read, kept);
        return new ModelRequest(
            messages,
            new ChatOptions
            {
                Tools = offered,
                // Without the functions the model has to end in words; those of earlier rounds stay declared, as their results do.
                ToolMode = bounds.MayCall ? ChatToolMode.Auto : ChatToolMode.None,
                MaxOutputTokens = MostTokens,
            },
            new RestoredAnswer(outgoing.Masks), bounds, [.. held.Order(StringComparer.Ordinal)], outgoing.Masks.Count);
    }
}

/// <summary>A conversation taken apart: what went before, the person's words of this turn, and what was called since.</summary>
internal sealed class Talk
{
    public Talk(IReadOnlyList<ChatMessage> messages)
    {
        var last = -1;
        for (var place = 0; place < messages.Count; place++)
        {
            last = messages[place].Role == ChatRole.User ? place : last;
        }

        var first = last;
        while (first > 0 && messages[first - 1].Role == ChatRole.User)
        {
            first--;
        }

        Before = [.. messages.Take(Math.Max(first, 0))];
        Said = last < 0 ? [] : [.. messages.Skip(first).Take(last - first + 1)];
        Rounds = [.. messages.Skip(last + 1)];
    }

    /// <summary>Earlier interactions.</summary>
    public IReadOnlyList<ChatMessage> Before { get; }

    /// <summary>The person's words of this turn.</summary>
    public IReadOnlyList<ChatMessage> Said { get; }

    /// <summary>This turn's answers and results.</summary>
    public IReadOnlyList<ChatMessage> Rounds { get; }

    /// <summary>Whether the assistant's last words before this turn were a question of the offline planner.</summary>
    public bool AnswersAQuestion => Before.Count > 0 && Before[^1].Contents.Select(content => content.AdditionalProperties).Append(Before[^1].AdditionalProperties)
        .Any(properties => properties?.ContainsKey(PlannerContext.Question) == true);
}
