using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Me lembra do remédio às 14h e insiste até eu fazer": the reminder that is told again until it is ticked off.</summary>
internal static class Insistence
{
    private static readonly PhraseTable<bool> Until = new((true,
        [",|e|;? e? insiste|insista|insistindo|insistir me|comigo? ate que? eu? fazer|fizer|tomar|ligar|pagar|marcar|confirmar|responder isso|como? feito?",
            ",|e|;? continua|continue|fica|fique me? lembrando|avisando|insistindo ate que? eu? fazer|fizer|tomar|marcar|confirmar isso|como? feito?",
            ",|e|;? insiste|insista ate|comigo? feito|pronto?", ",|and|;? keep reminding|nagging|telling|asking me? until|till i|it do|did|have|s|is|ve? it|that|this|so|done? done?",
            ",|and|;? insist until|till i|it do|did|have|s|is|ve? it|that|this|so|done? done?", ",|and|;? until|till i ve|have? done it|that|so", ",|and|;? repeat until|till done|it|i s|is|do? it|done?"]));

    public static List<Outcome>? Read(Speech speech)
    {
        for (var at = 1; at < speech.Tokens.Count; at++)
        {
            var cursor = speech.From(at);
            if (Until.Take(ref cursor, out _) && IsOver(cursor))
            {
                var read = WishReader.Read(Speech.Read(speech.Raw(0, at), speech.Context));
                return read.Exists(Rings) ? read.ConvertAll(Insists) : null;
            }
        }

        return null;
    }

    private static bool Rings(Outcome outcome) => outcome is Call { Function: "reminders_set_reminder" } or Ask { Pending.Function: "reminders_set_reminder" };

    private static Outcome Insists(Outcome outcome) => outcome switch
    {
        Call call when Rings(call) => call.With("untilDone", true),
        Ask ask when Rings(ask) => ask with { Pending = ask.Pending.With("untilDone", true) },
        _ => outcome,
    };

    private static bool IsOver(Cursor cursor)
    {
        while (!cursor.AtEnd && cursor.TakeAny(".", "!"))
        {
        }

        return cursor.AtEnd;
    }
}
