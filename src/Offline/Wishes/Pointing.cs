using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

internal enum Kept { None, Note, Event, Task, Goal, Inbox, Reminder }

/// <summary>A command without an object of its own, for what was told before it: "…, anota aí", "…; inclua na agenda", "…, me avisa", "…, put it on my calendar".</summary>
internal static class Pointing
{
    private const int MostWords = 9;
    private const string Put = "anota|anote|registra|registre|poe|ponha|bota|bote|coloca|coloque|inclui|inclua|adiciona|adicione|joga|guarda|salva|salve|cria|crie|marca|marque|agenda|agende|put|add|stick|pop|log|save|note|make";
    private const string It = "isso|isto|ai|it|this|that|down|la";

    private static readonly PhraseTable<Kept> Table = new(
        (Kept.Note, [$"me? anota|anote|guarda|guarde|salva|salve|registra|registre {It} {It}? em|numa|in|as uma|a nota|note",
            "me? anota|anote|guarda|guarde|salva|salve|registra|registre isso|isto|ai ai?", "me? anota|anote", "me? anota|anote|guarda|salva pra|para mim ai?",
            "write|note|jot that|this|it down", "note|save|keep that|this|it", "make a note of? that|this|it"]),
        (Kept.Event, [$"me? {Put} {It}? na|no|in|on|to|as|pra|para minha|meu|a|o|my|the|nossa|our? agenda|calendario|calendar|schedule|diary", "marca|marque|agenda|agende|schedule|book isso|ai|it|that|this", "put|pop|stick|pencil|book|slot it|that|this in"]),
        (Kept.Task, [$"me? {Put} {It}? como|nas|na|as|a|to|on|em|into uma|minhas|minha|a|my|the|lista? de? tarefas|tarefa|afazeres|task|tasks|todos|todo", $"me? {Put} {It}? to|on|as my|the|a? to do list?"]),
        (Kept.Goal, [$"me? {Put} {It}? como|as|de uma|minha|a|my? meta|objetivo|goal"]),
        (Kept.Inbox, [$"me? {Put} {It}? na|no|in|to|into minha|meu|a|o|my|the? caixa|inbox de? entrada?"]),
        (Kept.Reminder, ["me lembra|lembre|avisa|avise|alerta|notifica|cutuca disso|disto|ai?", "lembra|lembre|avisa|avise me",
            "remind|nudge|ping|alert me of|about? that|this|it?",
            "cria|crie|poe|coloca|bota|create|set um|a lembrete|reminder disso|for|about|of? that|this|it?"]));

    /// <summary>True where such a command is all that is left of the sentence.</summary>
    public static bool Begins(Cursor cursor)
    {
        if (!Table.Take(ref cursor, out _))
        {
            return false;
        }

        while (!cursor.AtEnd && cursor.TakeAny("pra", "para", "mim", "por", "favor", "please", "ai", "."))
        {
        }

        return cursor.AtEnd || cursor.Word is "!" or "?" or "." or ";" or "\n";
    }

    /// <summary>What the clause asks to be made of the words before it; a reminder may bring its own time.</summary>
    public static Kept What(Wish wish)
    {
        var cursor = wish.Speech.From(wish.Head.Start, wish.To);
        if (wish.Asks && !Politeness.IsEmpty(wish.Speech.From(wish.From, wish.Head.Start)))
        {
            cursor = wish.Speech.From(wish.From, wish.To);
            while (!Table.Find(cursor, out _, out _) && Politeness.Skip(ref cursor))
            {
            }
        }

        if (!Table.Take(ref cursor, out var kept))
        {
            return Kept.None;
        }

        while (!cursor.AtEnd)
        {
            if (wish.Speech.TimeAt(cursor.At) is { } time && kept is Kept.Reminder or Kept.Event)
            {
                cursor = new Cursor(cursor, System.Math.Max(time.To, cursor.At + 1));
            }
            else if (!cursor.Token.IsWord || cursor.TakeAny("pra", "para", "mim", "for", "me", "por", "favor", "please", "too", "tambem", "ai"))
            {
                if (!cursor.AtEnd && !cursor.Token.IsWord)
                {
                    cursor.Skip();
                }
            }
            else
            {
                return Kept.None;
            }
        }

        return kept;
    }

    /// <summary>What was told, kept as is asked.</summary>
    public static Outcome? Keep(Kept kept, Wish told, Wish asking)
    {
        var words = told.Title(told.Head.Start);
        return kept switch
        {
            Kept.Note => Call.To("notes_save_note").With("text", told.Speech.Raw(told.From, told.End)).Unless("text"),
            Kept.Inbox => Call.To("inbox_capture").With("text", told.Speech.Raw(told.From, told.End)).Unless("text"),
            Kept.Task when TaskWishes.Create(told, told.Head.Start) is Call task && task.Arguments["title"] is string title => task.With("title", Arranged.Bare(Arranged.Settled(title))),
            Kept.Task => TaskWishes.Create(told, told.Head.Start),
            Kept.Event when asking.Time.When is { IsPoint: true, Recurrence: null } own => CalendarWishes.CreateAt(told, told.Verb == Verb.Need ? told.Head.AfterVerb : told.Head.Start, own),
            Kept.Event => CalendarWishes.Create(told, told.Verb == Verb.Need ? told.Head.AfterVerb : told.Head.Start),
            Kept.Goal => ProfileWishes.SetGoal(told, told.Verb == Verb.Need ? told.Head.AfterVerb : told.Head.Start),
            Kept.Reminder when words.Count(' '.Equals) > MostWords || told.Has("nao", "not", "don") => null,
            Kept.Reminder when asking.Time.IsPoint && words.Length > 0 => ReminderWishes.At(asking, words),
            Kept.Reminder => ReminderWishes.Set(told, told.Head.Start),
            _ => null,
        };
    }
}
