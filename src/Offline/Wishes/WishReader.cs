using System.Collections.Frozen;
using TbPersonalOs.Offline.Questions;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Reads a message: its wishes in order, each by the first rule that knows it.</summary>
internal static class WishReader
{
    private delegate Outcome? Rule(Wish wish);

    private static readonly Rule[] Rules =
    [
        Sweeping.Read, FixedWishes.Read, HealthWishes.Read, ProfileWishes.Read, InboxWishes.Read, ListWishes.Read, NoteWishes.Read, ReminderWishes.Read, CalendarWishes.Read, TaskWishes.Read,
        QuestionWishes.Read, CalendarWishes.Bare, TaskWishes.Bare, ReminderWishes.Bare,
    ];

    private static readonly FrozenSet<string> QuestionWords = FrozenSet.ToFrozenSet(
        ["qual", "quais", "quem", "quando", "onde", "como", "porque", "quanto", "quanta", "quantos", "quantas", "oque", "que", "cade",
         "what", "who", "when", "where", "how", "why", "which", "is", "are", "does", "do", "did", "can", "could", "will", "would", "whose",
         "toca", "toque", "play", "liga", "ligue", "desliga", "acende", "apague", "abre", "abra", "open", "turn", "traduz", "traduza", "translate", "calcula", "calculate",
         "conta", "tell", "escreve", "escreva", "write", "explica", "explique", "explain", "recomenda", "recommend", "sugere", "suggest", "toque", "saber", "pesquisa", "search", "manda", "envia", "send"]);

    public static List<Outcome> Read(Speech speech)
    {
        if (speech.Tokens.Count == 0)
        {
            return [new Say("Empty")];
        }

        if (Slash.Read(speech) is { } command)
        {
            return [command];
        }

        if (Withdrawal.Ends(speech))
        {
            return [new Say("Negated")];
        }

        var read = Merged(OfClauses(speech));
        return read.TrueForAll(IsLost) && Respelled(speech) is { } second ? second : read;
    }

    private static bool IsLost(Outcome outcome) => outcome is Say { Key: "OutOfScope" } or Ask { Missing: Ask.Confirmation, Pending.Function: "inbox_capture" };

    /// <summary>Where nothing was understood: the same with slips of the finger mended, if that is understood whole.</summary>
    private static List<Outcome>? Respelled(Speech speech)
    {
        var mended = Speech.Plain(speech.Whole, speech.Context, Vocabulary.Commands);
        var changed = mended.Tokens.Count == speech.Tokens.Count && mended.Tokens.Where((token, at) => token.Norm != speech.Tokens[at].Norm).Any();
        return changed && Merged(OfClauses(mended)) is var second && !second.Exists(IsLost) ? second : null;
    }

    private static IEnumerable<Outcome> OfClauses(Speech speech)
    {
        var conditional = false;
        foreach (var clause in Clauses.Of(speech))
        {
            if (conditional && !clause.First)
            {
                continue;
            }

            var guard = Guards.Check(speech, clause);
            conditional = guard == "conditional";
            yield return guard switch
            {
                "negated" => new Say("Negated"),
                "conditional" => new Say("Conditional"),
                _ => One(new Wish(speech, clause)),
            };
        }
    }

    private static Outcome One(Wish wish)
    {
        foreach (var rule in Rules)
        {
            if (rule(wish) is { } outcome)
            {
                return outcome;
            }
        }

        return NotUnderstood(wish);
    }

    private static Outcome NotUnderstood(Wish wish)
    {
        var words = wish.At(wish.From);
        if (Politeness.IsGreeting(words) || Politeness.IsEmpty(words))
        {
            return new Say("Greeting");
        }

        if (Politeness.IsThanks(words))
        {
            return new Say("Thanks");
        }

        if (Answers.IsYesOrNo(wish.Speech))
        {
            return new Say("NothingOpen");
        }

        var text = wish.Speech.IsLong ? wish.Speech.Whole : wish.Speech.Raw(wish.From, wish.End);
        return wish.Asks || QuestionWords.Contains(wish.At(wish.Head.Start).Word) || QuestionWords.Contains(words.Word) || text.Length < 3
            ? new Say("OutOfScope")
            : new Ask(Call.To("inbox_capture").With("text", text), Ask.Confirmation);
    }

    /// <summary>Measures said one after the other are one check-in; the same words of refusal are said once.</summary>
    private static List<Outcome> Merged(IEnumerable<Outcome> outcomes)
    {
        var merged = new List<Outcome>();
        foreach (var outcome in outcomes)
        {
            if (outcome is Call { Function: "health_check_in" } next && merged.LastOrDefault() is Call { Function: "health_check_in" } before
                && next.Arguments.Keys.All(key => key == "date" || !before.Arguments.ContainsKey(key)))
            {
                merged[^1] = next.Arguments.Aggregate(before, (call, argument) => call.With(argument.Key, argument.Value));
            }
            else if (!merged.Any(known => known is Say && known == outcome) && !(outcome is Say { Key: "Greeting" or "Thanks" } && merged.Count > 0))
            {
                merged.RemoveAll(known => known is Say { Key: "Greeting" or "Thanks" });
                merged.Add(outcome);
            }
        }

        return merged;
    }
}
