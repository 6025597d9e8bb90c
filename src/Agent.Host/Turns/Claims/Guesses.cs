namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>
/// Words that no table knows but whose form is that of a deed: "belisquei", "nudged". They claim only with one of our things, and not where the verb
/// is one of looking, thinking or wording.
/// </summary>
internal static class Guesses
{
    // Stems without the ending of the infinitive; "verifiquei" is "verific" again.
    private static readonly HashSet<string> PortugueseTalk = Speech.Set(
        "acab encontr ach localiz verific consult analis olh procur busc pesquis chec tent pens consider not repar observ avali revis list resum organiz separ orden agrup compar calcul cont som traduz "
        + "suger prepar planej mont elabor destac identific levant escolh selecion us fal coment mencion explic pergunt question interpret imagin esper gost ador fic cheg comec par err acert confund "
        + "base foc lev peg precis desej confer junt reun detalh troux receb l v conhec entend perceb lembr esquec sab pod quis dev l menc indic apresent mostr cit simul coloc pass deix cans anim obrig "
        + "atras ocup lot relacion interess repet venc perd parec cham pretend assist particip discut continu termin cuid sab mercad est l resultad advog feri comunic pec vest quer marid entr jornad "
        + "temporad estrad madrug n c v com beb med sa corr part segu duvid sentid conteud consegu determin adequ apropri complic dedic detalh engaj frustr demor baixad cri aprend resid conclu gost aguard "
        + "acompanh monitor respeit recomend aconselh propus suged concord discord aceit assum admit confi cruz limit espec diferenci esboc rascunh rascunhad model estrutur redig formul format numer apert carreg bagunc tom encaval sobrecarreg prejudic ocup vaz lot dobr esgot super apinh comprom");

    private static readonly HashSet<string> EnglishTalk = Speech.Set(
        "noticed looked checked reviewed searched considered assumed wanted needed tried asked listed summarized summarised organized organised sorted grouped ranked compared analyzed analysed suggested "
        + "recommended proposed drafted explained described mentioned counted calculated translated reworded rephrased shortened improved polished highlighted explored browsed scanned gathered collected "
        + "identified spotted verified double-checked guessed hoped enjoyed liked loved learned received based referred focused used worked happened offered prepared planned outlined brainstormed picked "
        + "selected ignored started stopped waited mixed missed failed apologized worried realized realised remembered expected intended promised agreed decided covered discussed talked answered related "
        + "called titled named required attended addressed followed seemed looked tired interested excited overlapped estimated red bed need feed speed indeed hundred shared-with invited-by located pulled "
        + "opened viewed examined evaluated understood interpreted combined detailed structured formatted numbered retrieved fetched tracked pointed wondered structured conflicted lived tailored walked "
        + "stated confused concerned involved dated unread untouched unchanged limited united detailed supposed used matched read suited crossed-checked compiled figured pictured skipped framed worded heated phrased rephrased visualized glanced peeked assessed weighed factored condensed simplified anticipated appreciated");

    private static readonly Word Deed = new(Form.None, Kinds.Any, Things.None, Things.None, Trait.NeedsThing | Trait.Guessed);

    /// <summary>What an unknown word may mean; an empty meaning where its form says nothing.</summary>
    public static Word Of(string word)
    {
        if (word.Length < 5 || !word.All(char.IsAsciiLetter))
        {
            return default;
        }

        if (word.Contains("dinh", StringComparison.Ordinal))
        {
            // "guardadinha" is "guardada".
            return Lexicon.Of(word.Replace("inh", "", StringComparison.Ordinal));
        }

        if (word.EndsWith("ed", StringComparison.Ordinal))
        {
            return EnglishTalk.Contains(word) ? default : Deed with { Form = Form.Past | Form.Participle };
        }

        if (word.EndsWith("ei", StringComparison.Ordinal) && !word.EndsWith("rei", StringComparison.Ordinal))
        {
            return PortugueseTalk.Contains(Stem(word[..^2])) ? default : Deed with { Form = Form.Past };
        }

        var single = word[^1] == 's' ? word[..^1] : word;
        return single.Length > 5 && single[^1] is 'o' or 'a' && single[^2] == 'd' && single[^3] is 'a' or 'i' && !PortugueseTalk.Contains(single[..^3]) && !PortugueseTalk.Contains(single[..^1])
            ? Deed with { Form = Form.Participle, Traits = Deed.Traits | (single == word ? Trait.None : Trait.Plural) }
            : default;
    }

    /// <summary>Whether a guessed participle tells what was done: "a reunião foi beliscada", not "está lotada".</summary>
    public static bool MayBePassive(Speech speech, int helper, int participle) => !speech.Word(participle).Has(Trait.Guessed)
        || (speech.Text(helper) is "foi" or "foram" or "been" or "was" or "were" && Passives.Named(speech, Passives.SubjectStart(speech, helper), helper))
        || (Passives.IsFresh(speech, helper, participle) && Passives.Possesses(speech, Passives.SubjectStart(speech, helper), helper));

    /// <summary>Whether a guessed participle may head a reply: one thing right before it, and nothing that it could describe behind it.</summary>
    public static bool MayBeHeadline(Speech speech, int start, int participle)
    {
        if (!speech.Word(participle).Has(Trait.Guessed))
        {
            return true;
        }

        var after = speech.Text(participle + 1);
        return !speech.Word(participle).Has(Trait.Plural) && speech.Last != ":" && Passives.Named(speech, start, participle)
            && (speech.IsSign(participle + 1) || after is "para" or "pra" or "for" or "to" or "as" or "com" or "with" or "up" or "off" or "out" or "e" or "and");
    }

    private static string Stem(string past) => past.EndsWith("qu", StringComparison.Ordinal) ? past[..^2] + "c"
        : past.EndsWith("gu", StringComparison.Ordinal) ? past[..^1]
        : past;
}
