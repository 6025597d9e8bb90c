namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Apaga tudo", "cancel all my meetings": many things at once are never taken away on one sentence.</summary>
internal static class Sweeping
{
    public static Outcome? Read(Wish wish) =>
        wish.Verb is Verb.Delete or Verb.Cancel or Verb.Finish && (wish.Has("tudo", "everything") || (wish.Has("every") && wish.Has("single", "task", "event",
            "reminder", "note", "one")) || (wish.Has("todas", "todos", "all") && (wish.Plural || wish.Title(wish.Head.AfterVerb) is "todos" or "todas" or "all" or "all of them" or "them all")))
            ? new Say("OneByOne")
            : null;
}
