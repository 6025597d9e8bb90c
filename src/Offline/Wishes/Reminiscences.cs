using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Lembra quando a gente foi pra praia?", "remember that time in March?": memories are shared, nothing is asked for.</summary>
internal static class Reminiscences
{
    private static readonly PhraseTable<bool> Openings = new((true,
    [
        "voce? lembra|lembras|lembram|recorda|lembrou de? quando|daquele|daquela|daqueles|daquelas|aquele|aquela", "voce? lembra|lembras|recorda da|das|do|dos vez|vezes|dia|tempo|epoca|tempos", "voce? lembra como|quem|onde|quanto",
        "you? remember when|how|back", "you? remember that|the|those time|day|night|trip|summer|party|guy|girl|one|times|days|place|movie",
    ]));

    private static readonly PhraseTable<bool> Asked = new((true, ["voce? lembra|lembras|recorda que", "you? remember that?"]));

    public static Outcome? Read(Wish wish)
    {
        var cursor = wish.At(wish.Head.Start);
        return Openings.Find(cursor, out _, out _) || (wish.Asks && Asked.Find(cursor, out _, out _) && wish.Time.When is null) ? new Say("OutOfScope") : null;
    }
}
