using NodaTime;
using TbPersonalOs.Data.Calendar;

namespace TbPersonalOs.Plugins.Calendar;

/// <summary>What was done with an event.</summary>
public enum EventChange
{
    /// <summary>Nothing: it is shown.</summary>
    None,

    /// <summary>Made.</summary>
    Created,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>An event.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Start">When it starts; a day for an all-day event.</param>
/// <param name="End">When it ends; for an all-day event its last day.</param>
/// <param name="Location">Where.</param>
/// <param name="With">What else is in the calendar at that time, in words.</param>
/// <param name="Change">What was done with it.</param>
public sealed record EventView(
    Guid Id, string Title, Moment Start, Moment End, string? Location, IReadOnlyList<string> With, EventChange Change = EventChange.None) : IView
{
    private static readonly Texts Text = new(typeof(EventView));

    /// <inheritdoc />
    public string InWords(Words words) => Change == EventChange.None ? Line(words) : Text[Change.ToString(), Line(words)];

    internal static EventView Of(CalendarEvent item, EventChange change = EventChange.None, IReadOnlyList<string>? with = null)
    {
        var end = Moment.Of(item.End);
        return new EventView(
            item.Id, item.Title, Moment.Of(item.Start), end.HasTime ? end : Moment.OfDay(end.Date.PlusDays(-1)), item.Location, with ?? [], change);
    }

    private string Line(Words words) => Words.Line(
        Title,
        words.Span(Start, End.HasTime ? End : Moment.OfDay(End.Date.PlusDays(1))),
        Location,
        With.Count == 0 ? null : Text["With", string.Join(", ", With)]);
}

/// <summary>A page of events.</summary>
/// <param name="Events">The events in their order.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record EventListView(IReadOnlyList<EventView> Events, bool More) : IView
{
    private static readonly Texts Text = new(typeof(EventListView));

    /// <inheritdoc />
    public string InWords(Words words) => Events.Count == 0
        ? Text["None"]
        : Paging.Lines(Text["List"], Events.Select(item => item.InWords(words)), More);
}
