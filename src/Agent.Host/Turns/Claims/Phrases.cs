namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>Fixed words that claim: "prontinho", "deixa comigo", "you'll get a reminder", "já está na sua lista".</summary>
internal static class Phrases
{
    private static readonly string[][] Bare =
    [
        .. ("pronto|prontinho|prontinha|feito|feitinho|done|finished|sorted|resolvido|all set|all done|tudo pronto|tudo feito|tudo resolvido|you 're all set|will do|consider it done|deixa comigo|deixe comigo|pode deixar"
            + "|you got it|consider it handled|consider it sorted|consider it booked|considere feito|da por feito|missao cumprida|job done|esta feito|it 's done|that 's done|all sorted|you are all set|e pronto|recado dado|ta feito|ta na mao").Split('|').Select(phrase => phrase.Split(' ')),
    ];

    private static readonly HashSet<string> Begins = [.. Bare.Select(phrase => phrase[0])];
    private static readonly HashSet<string> Getting = Speech.Set("recebera receber get receive");
    private static readonly HashSet<string> Nudges = Speech.Set("reminder nudge heads-up alert ping buzz notification");
    private static readonly HashSet<string> Containers = Speech.Set("agenda calendario calendar lista list notas notes inbox caixa to-do to-dos pendencias tarefas tasks lembretes reminders books schedule log");
    private static readonly Claim Something = new(Kinds.Any, Things.None, 1, Manner.Bare);
    private static readonly Claim Talk = new(Kinds.Beyond | Kinds.Send, Things.None, 1, Manner.Past);
    private static readonly Claim Memory = new(Kinds.Create | Kinds.Change, Things.Memory | Things.Note | Things.Profile, 1, Manner.Promise);
    private static readonly Claim Reminder = new(Kinds.Create | Kinds.Change, Things.Reminder, 1, Manner.Promise);

    /// <summary>The claim of a phrase that begins there, or none.</summary>
    public static Claim? At(Speech speech, int at)
    {
        var text = speech.Text(at);
        if (Begins.Contains(text) && speech.Parts(at - 1) && IsBare(speech, at))
        {
            return Something;
        }

        return text switch
        {
            "taken" when speech.Text(at + 1) == "care" && speech.Text(at - 1) is "been" or "is" or "'s" or "," or "" => Something,
            "falei" or "conversei" or "spoke" or "talked" when speech.Text(at + 1) is "com" or "to" or "with" && (!speech.IsEnglish || speech.Text(at) is "falei" or "conversei" || speech.Text(at - 1) is "i" or "'ve" or "just" or "already")
                && Elided.HasRecipient(speech, at, speech.ClauseEnd(at + 1)) => Talk,
            "confirmo" or "confirmamos" or "confirms" or "confirm" when Confirmed(speech, at) is { } confirmed => confirmed,
            "let" when speech.Text(at + 2) == "know" && speech.Text(at + 1) is not ("you" or "me" or "us") && speech.Text(at - 1) is "i" or "already" or "just" or "and" && !speech.Exclaims => Talk,
            "passed" when speech.Text(at + 1) is "on" or "along" && speech.Text(at - 1) is "been" or "i" or "'ve" && Elided.HasRecipient(speech, at, speech.ClauseEnd(at + 1)) => Talk,
            "keep" when speech.Text(at + 2) == "on" && speech.Text(at + 3) == "file" && Voices.OfBase(speech, at) is not null => Memory,
            "let" when speech.Text(at + 1) == "you" && speech.Text(at + 2) == "know" && Voices.OfBase(speech, at) is not null => Reminder,
            "give" when speech.Text(at + 1) == "you" && speech.Find(at, at + 5, Nudges) >= 0 && Voices.OfBase(speech, at) is not null => Reminder,
            _ when Getting.Contains(text) && speech.Text(at - 1) is "voce" or "vai" or "'ll" or "will" && Reminded(speech, at) => Reminder,
            "na" or "in" or "on" when HangsIn(speech, at) => new Claim(Kinds.Create | Kinds.Change | Kinds.Undo, Things.None, 1, Manner.State),
            "esta" or "estao" or "ta" or "tao" or "is" or "are" or "'s" => Standing(speech, at),
            _ => null,
        };
    }

    /// <summary>"Academia, 6h, na agenda.": a whole reply without verb that ends where it was put.</summary>
    private static bool HangsIn(Speech speech, int at)
    {
        var list = speech.Find(at, at + 3, Containers);
        if (list < 0 || !speech.IsSign(list + 1) || list + 2 < speech.End || speech.Last == ":")
        {
            return false;
        }

        var timed = false;
        for (var before = speech.First; before < at; before++)
        {
            timed |= speech.Text(before) is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..];
            if (speech.Word(before).Form != Form.None || Passives.IsFollowedByVerb(speech, before, before + 1))
            {
                return false;
            }
        }

        return timed;
    }

    /// <summary>"Confirmo o cadastramento da meta", "this confirms the creation of your goal".</summary>
    private static Claim? Confirmed(Speech speech, int at)
    {
        if (speech.Text(at) == "confirm" && speech.Text(at - 1) is not ("i" or "we" or "hereby"))
        {
            return null;
        }

        for (var next = at + 1; next < at + 5; next++)
        {
            if (speech.Word(next).Has(Trait.Nominal))
            {
                return new Claim(speech.Word(next).Kinds, Objects.In(speech, next, speech.ClauseEnd(next), containers: false, plurals: false)[0].Things, 1, Manner.Told);
            }
        }

        return null;
    }

    private static bool IsBare(Speech speech, int at)
    {
        foreach (var phrase in Bare)
        {
            var place = 0;
            while (place < phrase.Length && speech.Text(at + place) == phrase[place])
            {
                place++;
            }

            if (place == phrase.Length && speech.IsSign(at + place) && at + place <= speech.End)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Reminded(Speech speech, int at)
    {
        for (var next = at + 1; next < at + 5; next++)
        {
            if (speech.Word(next).Thing == Things.Reminder || Nudges.Contains(speech.Text(next)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"está na sua agenda", "is now on your list".</summary>
    private static Claim? Standing(Speech speech, int at)
    {
        var place = at + 1;
        while (speech.Text(place) is "ja" or "agora" or "now" or "already" or "all" or "back" or "tudo")
        {
            place++;
        }

        if (speech.Opens(speech.Text(at - 1) == "it" ? at - 1 : at) && ((speech.Text(place) == "la" && speech.IsSign(place + 1)) || (speech.Text(place) is "in" or "on" && speech.Text(place + 1) == "there" && speech.IsSign(place + 2))))
        {
            return new Claim(Kinds.Create | Kinds.Change, Things.None, 1, Manner.State);
        }

        if (speech.Text(place) is not ("na" or "no" or "nas" or "nos" or "on" or "in" or "among" or "entre") || (speech.Text(place) == "no" && speech.IsEnglish) || speech.Find(place, place + 4, Containers) is not (>= 0 and var found) || Excuses.IsConditional(speech, at))
        {
            return null;
        }

        var things = Things.None;
        foreach (var target in Objects.In(speech, Passives.SubjectStart(speech, at), at, containers: false, plurals: false).Concat(Objects.In(speech, found, found + 3, containers: false, plurals: false)))
        {
            things |= target.Things;
        }

        return new Claim(Kinds.Create | Kinds.Change | Kinds.Undo, things, 1, Manner.State);
    }
}
