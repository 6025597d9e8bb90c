using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Turn;

/// <summary>"Mais", "more": the next page of the list that was shown last.</summary>
internal static class NextPage
{
    private static readonly PhraseTable<bool> More = new((true, ["mais", "mostra|me|ver mostra? mais", "proxima pagina", "continua", "more", "show me? more", "next page", "next"]));

    public static Outcome? Read(Speech speech, IReadOnlyList<ChatMessage> history)
    {
        var cursor = speech.From(0, Politeness.Trim(speech.From(0)));
        if (!More.Take(ref cursor, out _) || !cursor.AtEnd)
        {
            return null;
        }

        var last = history.SelectMany(message => message.Contents).OfType<FunctionCallContent>().LastOrDefault(call => call.Name.Contains("_list_") || call.Name.Contains("_search_"));
        if (last is null)
        {
            return new Say("NoMore");
        }

        var call = Call.To(last.Name);
        foreach (var (name, value) in last.Arguments ?? new Dictionary<string, object?>())
        {
            call = call.With(name, Json.Plain(Json.Value(value)) ?? value);
        }

        return call.With("page", call.Arguments.GetValueOrDefault("page") is int page ? page + 1 : 2);
    }
}
