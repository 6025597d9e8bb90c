using System.Text.Json.Nodes;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Inbox;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Inbox;

/// <summary>Makes something else of an item; what is made keeps the item's origin.</summary>
internal static class Processing
{
    private const int TitleLength = 500;
    private static readonly Texts Text = new(typeof(Processing));

    /// <summary>The row to add, or null where the item is let go.</summary>
    public static DomainRow? Make(InboxItem item, InboxTarget into, Moment? due, Person person) => into switch
    {
        InboxTarget.Task => Task(item, due, person),
        InboxTarget.Note => new Note { Text = item.Text, Origin = item.Origin },
        InboxTarget.Reminder => Reminder(item, due, person),
        _ => null,
    };

    private static TaskItem Task(InboxItem item, Moment? due, Person person) => new()
    {
        Title = Words.Start(item.Text, TitleLength),
        Notes = item.Text.Length > TitleLength ? item.Text : null,
        Due = due?.In(person.Zone),
        Origin = item.Origin,
    };

    private static Reminder Reminder(InboxItem item, Moment? due, Person person)
    {
        var at = due ?? throw new ToolException(ErrorCode.Invalid, Text["RemindWhen"]) { Parameter = "due" };
        var rings = RemindAt.Of(at, person, "due", now => new JsonObject
        {
            ["item"] = item.Id.ToString(),
            ["into"] = "reminder",
            ["due"] = now.ToString(),
        });
        return new Reminder
        {
            Text = Words.Start(item.Text, TitleLength),
            Due = rings,
            Anchor = rings.Local,
            ConversationId = person.ConversationId,
            Origin = item.Origin,
        };
    }
}
