using System.Text.Json;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>
/// The deeds that a receipt stands for, from its function's name (<c>tasks.create_task</c>): a new plugin that names its functions like the
/// others needs no line here.
/// </summary>
internal static class ReceiptDeeds
{
    private static readonly Dictionary<string, Kinds> KindOf = Table<Kinds>(
        "create=Create set=Create save=Create add=Create capture=Create check=Create remember=Create upload=Create draft=Create book=Create new=Create "
        + "update=Change snooze=Change move=Change rename=Change label=Change archive=Change process=Change edit=Change "
        + "complete=Complete cancel=Remove delete=Remove remove=Remove forget=Remove discard=Remove "
        + "send=Send reply=Send forward=Send share=Send invite=Send notify=Send post=Send undo=Undo restore=Undo");

    private static readonly Dictionary<string, Things> ThingOf = Table<Things>(
        "task=Task tasks=Task event=Event events=Event calendar=Event today=Event reminder=Reminder reminders=Reminder note=Note notes=Note goal=Goal goals=Goal "
        + "inbox=Inbox health=Health check=Health profile=Profile language=Profile zone=Profile "
        + "mail=Mail gmail=Mail email=Mail message=Mail thread=Mail draft=Mail file=File files=File drive=File document=File folder=File "
        + "contact=Contact contacts=Contact memory=Memory memories=Memory fact=Memory remember=Memory");

    /// <summary>What a write did.</summary>
    public static IEnumerable<Deed> Of(ReceiptView receipt)
    {
        var words = WordsOf(receipt.Function);
        var kind = words.Select(word => KindOf.GetValueOrDefault(word)).FirstOrDefault(found => found != Kinds.None, Kinds.Change);
        var thing = Thing(words);
        yield return new Deed(receipt.Effect == Effect.Outward ? kind | Kinds.Send : kind, kind == Kinds.Undo ? Things.All : thing);
        if (Into(receipt.Arguments) is { } into)
        {
            yield return new Deed(into == Things.None ? Kinds.Remove : Kinds.Create, into == Things.None ? thing : into);
        }
    }

    /// <summary>What a read showed.</summary>
    public static Things Shown(ReceiptView receipt)
    {
        var thing = Thing(WordsOf(receipt.Function));
        return receipt.Function.StartsWith("assistant.", StringComparison.Ordinal) ? Things.All : thing;
    }

    /// <summary>Whether it is a read that tells what was done earlier.</summary>
    public static bool Recounts(ReceiptView receipt) => receipt.Function.StartsWith("actions.", StringComparison.Ordinal) && receipt.Effect == Effect.Read;

    /// <summary>What an item was turned into (<c>inbox.process_inbox_item</c>); none of them where it was thrown away.</summary>
    private static Things? Into(JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty("into", out var into) && into.ValueKind == JsonValueKind.String
            ? ThingOf.GetValueOrDefault(into.GetString()!.ToLowerInvariant())
            : null;

    /// <summary>The function's words, those of its own name before that of its plugin.</summary>
    private static string[] WordsOf(string function)
    {
        var dot = function.IndexOf('.', StringComparison.Ordinal);
        return [.. function[(dot + 1)..].Split('_'), .. function[..Math.Max(dot, 0)].Split('_')];
    }

    private static Things Thing(string[] words) => words.Select(word => ThingOf.GetValueOrDefault(word)).FirstOrDefault(found => found != Things.None);

    private static Dictionary<string, T> Table<T>(string rows)
        where T : struct, Enum => rows.Split(' ').Select(row => row.Split('=')).ToDictionary(row => row[0], row => Enum.Parse<T>(row[1]), StringComparer.Ordinal);
}
