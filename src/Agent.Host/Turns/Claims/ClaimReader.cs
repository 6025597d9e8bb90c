namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>
/// Reads from a sentence which deeds of the assistant it claims. Works over word tables: each verb that may claim is looked at once, with the words
/// around it. One reader a sentence.
/// </summary>
internal sealed class ClaimReader
{
    public static readonly HashSet<string> Shows = Speech.Set("aqui segue seguem veja abaixo here here's below confira eis");
    private readonly Speech _speech;
    private readonly List<Claim> _claims = [];
    private bool _mine;
    private bool _earlier;

    private ClaimReader(string sentence) => _speech = new Speech(sentence);

    /// <summary>The deeds that a sentence claims; none where it claims nothing.</summary>
    public static List<Claim> Read(string sentence)
    {
        var reader = new ClaimReader(sentence);
        if (!reader._speech.IsQuoted && !Excuses.IsSupposed(reader._speech))
        {
            reader.ReadAll();
        }

        return reader._claims;
    }

    /// <summary>Whether a sentence hands something over, so that "Pronto!" before it was no claim.</summary>
    public static bool Presents(string sentence)
    {
        var speech = new Speech(sentence);
        return sentence.TrimEnd().EndsWith(':') || speech.Find(speech.First, speech.First + 3, Shows) >= 0;
    }

    private void ReadAll()
    {
        for (var at = _speech.First; at < _speech.End; at++)
        {
            var word = _speech.Word(at);
            if (Phrases.At(_speech, at) is { } phrase)
            {
                AddPhrase(phrase, at);
            }
            else if ((States.At(_speech, at) ?? Arrivals.At(_speech, at)) is { } state)
            {
                _claims.Add(state);
            }
            else if (Lookups.At(_speech, at, _mine) is { } look)
            {
                AddLook(look, at);
            }
            else if (word.Form != Form.None)
            {
                ReadVerb(at, word);
            }
        }
    }

    private void AddPhrase(Claim phrase, int at)
    {
        var presented = phrase.Manner == Manner.Bare && _speech.Find(at, _speech.End, Shows) >= 0;
        if (!presented && !Excuses.IsDenied(_speech, at) && !(phrase.Manner == Manner.Promise && Excuses.IsOffer(_speech)))
        {
            _claims.Add(phrase);
        }
    }

    private void AddLook(Claim look, int at)
    {
        _mine = true;
        if (!Reach.Relates(_speech, at) && !IsEarlier(at, default, Manner.Past))
        {
            _claims.Add(look);
        }
    }

    private void ReadVerb(int at, Word word)
    {
        if (word.Is(Form.Participle) && Causatives.Of(_speech, at) is { } left && Voices.Passive(_speech, at) is null)
        {
            ReadCausative(at, word, left.At, left.Manner);
        }
        else if (word.Is(Form.Participle) && Voices.Passive(_speech, at) is { } passive && Guesses.MayBePassive(_speech, passive.At, at))
        {
            ReadPassive(at, word, passive.At, passive.Manner);
        }
        else if (word.Is(Form.Past | Form.Participle) && Voices.IsMine(_speech, at, _mine))
        {
            ReadActive(at, word, Manner.Past);
        }
        else if (word.Is(Form.Base) && Voices.OfBase(_speech, at) is { } manner)
        {
            ReadActive(at, word, manner);
        }
        else if (word.Is(Form.Future) || (word.Is(Form.Gerund) && Voices.IsUnderWay(_speech, at)) || (word.Is(Form.Present) && Voices.IsPresentPromise(_speech, at)))
        {
            ReadActive(at, word, Manner.Promise);
        }
        else if (word.Is(Form.Participle) && Headlines.Start(_speech, at, _claims.Count > 0) is var start and >= 0)
        {
            ReadHeadline(at, word, start);
        }
    }

    private void ReadActive(int at, Word word, Manner manner)
    {
        _mine |= manner == Manner.Past;
        if (Excuses.IsDenied(_speech, at) || Excuses.IsDoubted(_speech, at) || Reach.Relates(_speech, at) || (manner == Manner.Promise && Excuses.IsOffer(_speech)) || IsEarlier(at, word, manner))
        {
            return;
        }

        var to = Reach.Limit(_speech, at);
        var kinds = Meanings.Kinds(_speech, at, to, ref word, manner);
        if (kinds == Kinds.None || Meanings.IsTalk(_speech, at, to, word, kinds))
        {
            return;
        }

        foreach (var target in Objects.In(_speech, at + 1, to, containers: true, plurals: (kinds & Kinds.Change) == 0))
        {
            if (Objects.Meant(_speech, at, to, word, target) is { } meant)
            {
                _claims.Add(Meanings.Claim(kinds, word, meant, manner));
            }
        }
    }

    private void ReadCausative(int at, Word word, int leaving, Manner manner)
    {
        if (Excuses.IsDenied(_speech, leaving) || Excuses.IsDenied(_speech, at) || Excuses.IsDoubted(_speech, leaving) || (manner == Manner.Promise && Excuses.IsOffer(_speech)) || IsEarlier(leaving, word, manner))
        {
            return;
        }

        var kinds = Causatives.Kinds(_speech, leaving, at, word);
        foreach (var target in Objects.In(_speech, leaving + 1, at, containers: false, plurals: false))
        {
            if (kinds != Kinds.None && (target.Things != Things.None || !word.Has(Trait.NeedsThing)))
            {
                _claims.Add(Meanings.Claim(kinds, word, target, manner));
            }
        }
    }

    private void ReadPassive(int at, Word word, int helper, Manner manner)
    {
        if (Excuses.IsDenied(_speech, at) || Excuses.IsOthers(_speech, at) || Excuses.IsConditional(_speech, helper) || (manner == Manner.State && Excuses.IsPremised(_speech, helper)) || (manner == Manner.Promise && (Excuses.IsOffer(_speech) || Excuses.Follows(_speech))) || IsEarlier(at, word, manner))
        {
            return;
        }

        var from = Passives.SubjectStart(_speech, helper);
        if (Passives.IsDeed(_speech, from, helper, at, word, manner) is { } kinds)
        {
            foreach (var target in Passives.Targets(_speech, from, helper, at, Reach.Limit(_speech, at)))
            {
                _claims.Add(Meanings.Claim(kinds, word, target, Passives.Manner(_speech, from, helper, at, manner, kinds)));
            }
        }
    }

    private void ReadHeadline(int at, Word word, int start)
    {
        if (Excuses.IsOthers(_speech, at) || Excuses.IsDenied(_speech, at) || Excuses.IsConditional(_speech, at) || IsEarlier(at, word, Manner.Told) || Headlines.Kinds(_speech, start, at, word) is not { } kinds)
        {
            return;
        }

        foreach (var target in start < at ? Objects.In(_speech, start, at, containers: false, plurals: false) : Objects.In(_speech, at + 1, Reach.Limit(_speech, at), containers: true, plurals: false))
        {
            _claims.Add(Meanings.Claim(kinds, word, target, Headlines.Manner(_speech, start, at, kinds)));
        }
    }

    /// <summary>Whether it was before this turn, or is joined to a deed that was.</summary>
    private bool IsEarlier(int at, Word word, Manner manner)
    {
        if (manner is Manner.Promise)
        {
            return false;
        }

        var earlier = (_earlier && _speech.Find(_speech.WideStart(at), at, Present) < 0) || EarlierTimes.Put(_speech, at, word)
            || (manner == Manner.Told && !word.Has(Trait.Schedules) && Excuses.IsDated(_speech, at));
        _earlier |= earlier && EarlierTimes.Frames(_speech, at);
        return earlier;
    }

    private static readonly HashSet<string> Present = Speech.Set("agora now");
}
