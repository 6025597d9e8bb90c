using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"A parent-teacher meeting", "the team lunch": English puts the kind of event last.</summary>
internal static class EnglishOccasions
{
    private const int MostWords = 5;

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ["meeting", "lunch", "dinner", "breakfast", "brunch", "class", "party", "trip", "flight", "interview", "session", "call", "visit", "wedding",
            "appointment", "standup", "sync", "demo", "rehearsal", "haircut", "lesson", "checkup", "concert", "massage", "picnic", "webinar", "conference",
            "kickoff", "retro"]);

    private static readonly string[] Joints = ["for", "to", "with", "from", "about", "of", "and", "before", "after"];

    public static bool Is(string word) => Kinds.Contains(word);

    public static bool Ends(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostWords && Kinds.Contains(Normalizer.Fold(words[^1])) && !words.Any(word => Joints.Contains(Normalizer.Fold(word))) && !ThingsToDo.IsOrder(Normalizer.Fold(words[0]));
    }
}
