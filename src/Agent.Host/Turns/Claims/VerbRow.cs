namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>Reads the rows of the verb tables.</summary>
internal static class VerbRow
{
    private static readonly Form[] Order = [Form.Past, Form.Participle, Form.Gerund, Form.Base, Form.Future, Form.Present];

    /// <summary>What follows the verb in its row: kinds, then in any order what it implies (joined by +) and its traits (joined by a comma or not).</summary>
    public static Word Read(string[] row)
    {
        var (implied, traits) = (Things.None, Trait.None);
        foreach (var part in row.Skip(1).SelectMany(part => part.Split('+', ',')).Where(part => part.Length > 0))
        {
            if (Enum.TryParse<Things>(part, out var thing))
            {
                implied |= thing;
            }
            else
            {
                traits |= Enum.Parse<Trait>(part);
            }
        }

        return new Word(Form.None, row[0].Aggregate(Kinds.None, (kinds, letter) => kinds | Of(letter)), implied, Things.None, traits);
    }

    /// <summary>Forms that are written out, in the order past, participle, gerund, base, future, present; a slash parts those of one form.</summary>
    public static IEnumerable<(string Text, Form Form)> Forms(string[] written) =>
        written.SelectMany((forms, place) => forms.Split('/').Where(text => text.Length > 0).Select(text => (text, Order[place])));

    private static Kinds Of(char letter) => letter switch
    {
        'C' => Kinds.Create,
        'U' => Kinds.Change,
        'R' => Kinds.Remove,
        'D' => Kinds.Complete,
        'S' => Kinds.Send,
        'Z' => Kinds.Undo,
        'B' => Kinds.Beyond,
        _ => Kinds.None,
    };
}
