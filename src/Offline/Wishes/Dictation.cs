namespace TbPersonalOs.Offline.Wishes;

/// <summary>What is dictated is kept word for word, slips included.</summary>
internal static class Dictation
{
    /// <summary>True where the message opens a note or a thing for the inbox.</summary>
    public static bool Begins(Speech speech) =>
        speech.Tokens.Count > 0 && Head.VerbAt(speech, 0, speech.Tokens.Count) is Verb.Note or Verb.Capture;
}
