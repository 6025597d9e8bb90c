using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A message of the bot as a person sees it.</summary>
/// <param name="Id">Its id in the chat.</param>
/// <param name="At">When it came.</param>
public sealed record SeenMessage(int Id, DateTimeOffset At)
{
    /// <summary>Its words, without marks.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Its buttons: what stands on each, and what it sends.</summary>
    public IReadOnlyList<(string Text, string Data)> Buttons { get; internal set; } = [];

    /// <summary>How often it was edited.</summary>
    public int Edits { get; internal set; }

    /// <summary>When it was edited last.</summary>
    public DateTimeOffset? EditedAt { get; internal set; }

    /// <summary>Whether it is gone.</summary>
    public bool Deleted { get; internal set; }

    internal JsonNode? Markup { get; set; }
}

/// <summary>A chat, as it stands at Telegram.</summary>
/// <param name="Id">Its id: below zero for a group.</param>
public sealed record SeenChat(long Id)
{
    private readonly Lock _gate = new();
    private readonly List<SeenMessage> _messages = [];
    private int _last;

    /// <summary>Whether its person has blocked the bot.</summary>
    public bool Blocked { get; set; }

    /// <summary>What the bot said, oldest first.</summary>
    public IReadOnlyList<SeenMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages.Where(message => !message.Deleted)];
            }
        }
    }

    /// <summary>When a message may come next without a flood.</summary>
    internal DateTimeOffset FreeAt { get; set; }

    internal int NextId()
    {
        lock (_gate)
        {
            return ++_last;
        }
    }

    internal SeenMessage Add(DateTimeOffset at)
    {
        lock (_gate)
        {
            var message = new SeenMessage(++_last, at);
            _messages.Add(message);
            return message;
        }
    }

    internal SeenMessage? Find(int id)
    {
        lock (_gate)
        {
            return _messages.Find(message => message.Id == id && !message.Deleted);
        }
    }
}
