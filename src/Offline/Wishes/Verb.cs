namespace TbPersonalOs.Offline.Wishes;

/// <summary>What a person wants done, whatever the wording.</summary>
internal enum Verb
{
    None, Create, List, Change, Rename, Finish, Delete, Cancel, Remind, Schedule, Snooze, Need, Find, Note, Capture, Append, Turn, Clear, Undo,
}

/// <summary>A verb as found. Splits: after "e" or a comma it begins a new wish; an infinitive does not ("ligar pro João e marcar a reunião").</summary>
internal readonly record struct VerbHit(Verb Verb, bool Splits);
