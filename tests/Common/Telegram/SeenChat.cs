using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A chat, as it stands at Telegram.</summary>
/// <param name="id">Its id: below zero for a group.</param>
public sealed class SeenChat(long id)
{
    private const long SupergroupsBelow = -1_000_000_000_000;

    private readonly Lock _gate = new();
    private readonly List<SeenMessage> _messages = [];
    private int _last;

    /// <summary>Its id.</summary>
    public long Id => id;

    /// <summary>Whether its person has blocked the bot.</summary>
    public bool Blocked { get; set; }

    /// <summary>Why the bot may not speak here, in Telegram's words; null if it may.</summary>
    public string? Shut { get; set; }

    /// <summary>The supergroup that this group has become.</summary>
    public long? UpgradedTo { get; internal set; }

    /// <summary>Name of a group.</summary>
    public string Title { get; set; } = "Família";

    /// <summary>When the bot was last seen to be busy: typing and so on.</summary>
    public DateTimeOffset? BusyAt { get; internal set; }

    /// <summary>Whether more than one person is in it.</summary>
    public bool IsGroup => id < 0;

    /// <summary>What stands there, of both sides, oldest first.</summary>
    public IReadOnlyList<SeenMessage> All => Where(message => !message.Deleted);

    /// <summary>What stands there of the bot, oldest first.</summary>
    public IReadOnlyList<SeenMessage> Messages => Where(message => message.FromBot && !message.Deleted);

    /// <summary>What was ever there, also what is gone.</summary>
    public IReadOnlyList<SeenMessage> Ever => Where(_ => true);

    /// <summary>The last that the bot said and that stands; null if nothing does.</summary>
    public SeenMessage? Last
    {
        get
        {
            lock (_gate)
            {
                return _messages.FindLast(message => message.FromBot && !message.Deleted);
            }
        }
    }

    /// <summary>Kind of chat in Telegram's words.</summary>
    internal string Kind => id >= 0 ? "private" : id <= SupergroupsBelow ? "supergroup" : "group";

    /// <summary>A message as it stands; null if it is not there, or gone.</summary>
    public SeenMessage? Find(int message)
    {
        lock (_gate)
        {
            return At(message) is { } place and >= 0 && _messages[place] is { Deleted: false } found ? found : null;
        }
    }

    internal SeenMessage Add(DateTimeOffset at, Func<SeenMessage, SeenMessage> fill)
    {
        lock (_gate)
        {
            var message = fill(new SeenMessage(id, ++_last, at));
            _messages.Add(message);
            return message;
        }
    }

    internal SeenMessage Change(int message, Func<SeenMessage, SeenMessage> change)
    {
        lock (_gate)
        {
            var place = At(message);
            return _messages[place] = change(_messages[place]);
        }
    }

    internal JsonObject ToJson(BotPerson person) => IsGroup
        ? new JsonObject { ["id"] = id, ["type"] = Kind, ["title"] = Title }
        : new JsonObject { ["id"] = id, ["type"] = Kind, ["first_name"] = person.FirstName };

    /// <summary>Messages are numbered from 1 without a gap.</summary>
    private int At(int message) => message >= 1 && message <= _messages.Count ? message - 1 : -1;

    private List<SeenMessage> Where(Predicate<SeenMessage> which)
    {
        lock (_gate)
        {
            return _messages.FindAll(which);
        }
    }
}

/// <summary>Somebody at Telegram.</summary>
/// <param name="Id">Their id, which is also that of their chat with the bot.</param>
/// <param name="FirstName">What they are called.</param>
/// <param name="Language">Language of their app.</param>
public sealed record BotPerson(long Id, string FirstName = "Ana", string Language = "pt-br")
{
    internal JsonObject ToJson() => new() { ["id"] = Id, ["is_bot"] = false, ["first_name"] = FirstName, ["language_code"] = Language };
}
