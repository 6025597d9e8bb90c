namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>The English verbs of deeds in the forms in which "I" claims them.</summary>
internal static class EnglishVerbs
{
    // Letters as in PortugueseVerbs.
    private const string Regular =
        "create C;add CU;schedule CU Event+Reminder Schedules;book C Event Schedules;reserve C Event Schedules;reschedule U Schedules;postpone U;delay U;move U;shift U;push U NeedsThing;change U;"
        + "update U;edit U;modify U;adjust U;rename U;switch U;swap U NeedsThing;dismiss RD NeedsThing;free R NeedsThing;bump U NeedsThing;merge U NeedsThing;decline R NeedsThing;unschedule R;drag U NeedsThing;extend U NeedsThing;snooze U;prioritize U;cancel R;delete R;remove R;erase R;clear R NeedsThing;discard R;drop R NeedsThing;"
        + "complete D;finish D NeedsThing;close D NeedsThing;tick D NeedsThing;cross D NeedsThing;check D NeedsThing;mark U Marks;archive UR;log CU Keeps;record CU Keeps;note CU Keeps;save CU Keeps;store CU Keeps;"
        + "jot CU Keeps;capture CU Keeps;include CU;place CU NeedsThing;register CU Keeps;configure CU;define CU;enter CU NeedsThing;insert CU;turn CU NeedsThing;convert CU NeedsThing;memorize C Keeps;"
        + "email S Mail FixedThing;mail S Mail FixedThing;forward S;reply S NeedsThing;text S Mail FixedThing;message S Mail FixedThing;notify S Reminds;alert S Reminds;ping S Reminds;inform S NeedsThing;share S;post S;"
        + "transfer U NeedsThing;wire B NeedsThing;hire B;rent B NeedsThing;subscribe B NeedsThing;unsubscribe B NeedsThing;refund B;donate B;deliver S NeedsThing;wipe R NeedsThing;nudge U NeedsThing;scrap R NeedsThing;pop CU NeedsThing;pencil C Event NeedsThing,Schedules;slot C NeedsThing;line C NeedsThing;publish S;invite S;contact S;call B Beyond FixedThing;phone B Beyond FixedThing;order B;purchase B;print B;revert Z;restore ZC;remind CU Reminder FixedThing,Reminds;"
        + "arrange C Event NeedsThing;confirm CUS NeedsThing;block C Event Schedules;activate CU";

    private const string Irregular =
        "set,set,setting,set,, CU Ambiguous;put,put,putting,put,, CU NeedsThing,Ambiguous;sent,sent,sending,send,, S;made,made,making,make,, C NeedsThing,Light;did,done,doing,do,, - Light;"
        + "wrote,written,writing,write,, CU NeedsThing;paid,paid,paying,pay,, B;bought,bought,buying,buy,, B;undid,undone,undoing,undo,, Z;told,told,,tell,, S;rang,,,ring,, B;,,,wake,, CU Reminder FixedThing,Reminds;gave,given,giving,give,, -;,,,remember,, C Memory+Note+Profile FixedThing;"
        + "threw,thrown,,throw,, CU NeedsThing;stuck,stuck,,stick,, CU NeedsThing;took,,,,, UR NeedsThing;got,,,,, -;withdrew,withdrawn,,withdraw,, B;,active,,,, CU NeedsThing;performed,performed,performing,perform,, - Light;processed,processed,processing,process,, - Light;cancelled,cancelled,cancelling,,, R";

    private const string Doubled = "cancel log jot drop transfer swap pop scrap slot";

    /// <summary>All forms.</summary>
    public static IEnumerable<(string Text, Word Word)> All()
    {
        foreach (var row in Regular.Split(';').Select(row => row.Split(' ')))
        {
            var (word, verb) = (VerbRow.Read(row[1..]), row[0]);
            yield return (verb, word with { Form = Form.Base });
            yield return (Past(verb), word with { Form = Form.Past | Form.Participle });
            yield return (Gerund(verb), word with { Form = Form.Gerund });
        }

        yield return ("canceled", VerbRow.Read(["R"]) with { Form = Form.Past | Form.Participle });
        foreach (var row in Irregular.Split(';').Select(row => row.Split(' ')))
        {
            var word = VerbRow.Read(row[1..]);
            foreach (var (text, form) in VerbRow.Forms(row[0].Split(',')))
            {
                yield return (text, word with { Form = form });
            }
        }
    }

    private static string Past(string verb) => verb[^1] switch
    {
        'e' => verb + "d",
        'y' when !"aeiou".Contains(verb[^2], StringComparison.Ordinal) => verb[..^1] + "ied",
        _ => (Doubled.Split(' ').Contains(verb) ? verb + verb[^1] : verb) + "ed",
    };

    private static string Gerund(string verb) =>
        (verb[^1] == 'e' ? verb[..^1] : Doubled.Split(' ').Contains(verb) ? verb + verb[^1] : verb) + "ing";
}
