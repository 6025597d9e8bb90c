using System.Buffers.Text;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>What a button does.</summary>
internal enum Press
{
    /// <summary>Takes a deed back.</summary>
    Undo,

    /// <summary>Says what a receipt offers in its place ("era 05:00").</summary>
    Other,

    /// <summary>Allows a card.</summary>
    Approve,

    /// <summary>Allows a card, and its like from now on.</summary>
    Always,

    /// <summary>Refuses a card.</summary>
    Reject,

    /// <summary>Asks an expired card again.</summary>
    AskAgain,

    /// <summary>Ticks a task off.</summary>
    TaskDone,

    /// <summary>Ticks a reminder off.</summary>
    ReminderDone,

    /// <summary>Puts a reminder off by ten minutes.</summary>
    SnoozeTenMinutes,

    /// <summary>Puts a reminder off by an hour.</summary>
    SnoozeHour,

    /// <summary>Puts a reminder off to the evening.</summary>
    SnoozeEvening,

    /// <summary>Puts a reminder off to the same hour of the next day.</summary>
    SnoozeTomorrow,

    /// <summary>Says an example of the welcome.</summary>
    Example,

    /// <summary>Keeps what others wrote as a note.</summary>
    KeepAsNote,

    /// <summary>Makes a task of what others wrote.</summary>
    KeepAsTask,

    /// <summary>Listens to a voice note again.</summary>
    HearAgain,
}

/// <summary>
/// What stands behind a button: what it does, to which thing, and how what was shown began (a card's hash). It opens nothing by itself: the thing
/// is looked up among those of the person whose chat it is.
/// </summary>
/// <param name="Press">What it does.</param>
/// <param name="Target">The thing.</param>
/// <param name="Shown">The first 16 bytes of what was on the screen, or none.</param>
internal readonly record struct ButtonData(Press Press, Guid Target, Guid? Shown = null)
{
    private const int IdLength = 22;

    /// <summary>As it travels: at most 64 bytes.</summary>
    public override string ToString() => $"{(char)('a' + (int)Press)}{Text(Target)}{(Shown is { } shown ? Text(shown) : "")}";

    /// <summary>What came back; null for what we never sent.</summary>
    public static ButtonData? Read(string? data) =>
        data is { Length: 1 + IdLength or 1 + (2 * IdLength) } && data[0] - 'a' is var press && Enum.IsDefined((Press)press) && Id(data.AsSpan(1, IdLength)) is { } target
            ? data.Length == 1 + IdLength ? new ButtonData((Press)press, target)
                : Id(data.AsSpan(1 + IdLength)) is { } shown ? new ButtonData((Press)press, target, shown) : null
            : null;

    /// <summary>How a hash (hex) begins, as it stands behind a button.</summary>
    public static Guid? ShownOf(string hash) => hash.Length >= 32 ? new Guid(Convert.FromHexString(hash.AsSpan(0, 32))) : null;

    private static string Text(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    private static Guid? Id(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[18];
        return Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == 16 ? new Guid(bytes[..16]) : null;
    }
}
