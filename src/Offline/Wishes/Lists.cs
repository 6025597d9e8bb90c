using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>What narrows a list: days, done or open, "sobre X".</summary>
internal static class Lists
{
    public static Call Days(Call call, Wish wish)
    {
        if (wish.Time.When is not { Day: { } first } when)
        {
            return call;
        }

        var from = when.Deadline && when.LastDay is null ? (string?)null : Moments.Of(first);
        return call.With("from", from).With("to", Moments.Of(when.LastDay ?? first));
    }

    /// <summary>The same of what has been: days without a year that would be to come are last year's.</summary>
    public static Call PastDays(Call call, Wish wish)
    {
        if (wish.Time.When is not { Day: { } first } when || first <= wish.Context.Today)
        {
            return Days(call, wish);
        }

        if (when is { LastDay: null } && first <= wish.Context.Today.PlusWeeks(1))
        {
            return call.With("from", Moments.Of(first.PlusWeeks(-1))).With("to", wish.Has("since", "desde") ? null : Moments.Of(first.PlusWeeks(-1)));
        }

        var year = first.PlusYears(-1) <= wish.Context.Today && when.Assumptions.Count > 0 | when.LastDay is not null;
        return year ? call.With("from", Moments.Of(first.PlusYears(-1))).With("to", Moments.Of((when.LastDay ?? first).PlusYears(-1))) : Days(call, wish);
    }

    public static string? Status(Wish wish) =>
        wish.Has("feitas", "feita", "feitos", "concluidas", "concluidos", "completas", "terminadas", "finalizadas", "done", "completed", "finished", "ticked",
            "checked", "reached", "achieved", "cumpridas", "cumpri", "batidas", "bati", "atingidas", "atingi", "alcancadas", "alcancei", "fiz", "conclui",
            "terminei", "completei", "finish", "complete", "finalizei", "resolvi", "resolvidas", "prontas") ? "done" : null;

    /// <summary>"Tarefas sobre X", "notes about X", "com X".</summary>
    public static string? About(Wish wish)
    {
        for (var at = wish.Head.Body; at < wish.End - 1; at++)
        {
            if (wish.Speech.TimeAt(at) is null && wish.Speech.Tokens[at].Norm is "sobre" or "about" or "com" or "with" or "contendo" or "containing" or "mention" or "mentioning" or "mencionam" or "citam")
            {
                var words = wish.Title(at + 1);
                return words.Length == 0 ? null : words;
            }
        }

        return null;
    }

    public static string Without(string words, params string[] drop) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !drop.Contains(Normalizer.Fold(word))));
}
