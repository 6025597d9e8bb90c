using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data;

namespace TbPersonalOs.Plugins;

/// <summary>When a reminder rings: a day without an hour at nine, and never at a time that has passed.</summary>
public static class RemindAt
{
    private static readonly LocalTime Morning = new(9, 0);
    private static readonly Duration Tolerance = Duration.FromMinutes(2);
    private static readonly Texts Text = new(typeof(RemindAt));

    /// <summary>The moment with its hour.</summary>
    public static Moment WithHour(Moment at) => at.HasTime ? at : at with { Local = at.Date.At(Morning), HasTime = true };

    /// <summary>Instants before this one have passed: two minutes late is as good as now.</summary>
    public static Instant Earliest(Person person) => person.Now - Tolerance;

    /// <summary>
    /// The time to store. A moment that was still to come when the person asked for it, and is past only because nobody was listening,
    /// comes back as a conflict that offers <paramref name="again"/> with the present minute.
    /// </summary>
    /// <exception cref="ToolException">invalid or conflict.</exception>
    public static SpokenTime Of(Moment at, Person person, string parameter, Func<Moment, JsonObject> again)
    {
        var time = WithHour(at).In(person.Zone);
        var instant = time.At.ToInstant();
        if (instant >= Earliest(person))
        {
            return time;
        }

        var words = Words.Of(person);
        if (instant <= person.SaidAt)
        {
            throw new ToolException(ErrorCode.Invalid, Text["AlreadyPast", Words.Sentence(words.When(time))]) { Parameter = parameter };
        }

        var said = person.SaidAt.InZone(person.Zone).LocalDateTime;
        var now = person.Now.InZone(person.Zone).LocalDateTime;
        throw new ToolException(ErrorCode.Conflict, person.Now - person.SaidAt < Duration.FromDays(1)
            ? Text["SpokenEarlier", Words.Hour(said.TimeOfDay)]
            : Text["SpokenEarlierDay", (words with { Today = now.Date }).When(said)])
        {
            Parameter = parameter,
            Suggestion = again(new Moment(now.Date.At(new LocalTime(now.Hour, now.Minute)), true)),
        };
    }
}
