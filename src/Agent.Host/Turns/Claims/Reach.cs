namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>How far a verb reaches: the words that belong to it, and whether it only describes a thing.</summary>
internal static class Reach
{
    /// <summary>"a tarefa que criei": of a thing that is spoken of, unless it is just being shown.</summary>
    public static bool Relates(Speech speech, int at)
    {
        var before = speech.Text(at - 1) is "eu" or "ja" ? at - 2 : at - 1;
        if (speech.Text(before) == "que")
        {
            return (speech.Word(before - 1).Thing != Things.None || speech.Text(before - 1) is "o" or "\"") && speech.Find(speech.First, speech.First + 2, ClaimReader.Shows) < 0;
        }

        while (speech.Text(before) is "i" or "'ve" or "have" or "just" or "that")
        {
            before--;
        }

        return before < at - 1 && speech.Word(before).Thing != Things.None && speech.Text(at - 1) is not "eu" && speech.Find(speech.First, speech.First + 2, ClaimReader.Shows) < 0;
    }

    /// <summary>Where the words that belong to a verb end: at a sign, or before the next verb.</summary>
    public static int Limit(Speech speech, int verb)
    {
        for (var at = verb + 1; at < speech.End; at++)
        {
            var text = speech.Text(at);
            var comma = text is "," or "e" or "and";
            if ((speech.Parts(at) && !comma) || (comma && Passives.HasVerb(speech, at + 1)))
            {
                return at;
            }
        }

        return speech.End;
    }
}
