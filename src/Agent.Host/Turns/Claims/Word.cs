namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>In which forms a word may stand for its verb.</summary>
[Flags]
internal enum Form
{
    None = 0,

    /// <summary>"criei", "created": what "I" did.</summary>
    Past = 1,

    /// <summary>"criada", "created".</summary>
    Participle = 2,

    /// <summary>"criando", "creating".</summary>
    Gerund = 4,

    /// <summary>"criar", "create".</summary>
    Base = 8,

    /// <summary>"criarei": what "I" will do.</summary>
    Future = 16,

    /// <summary>"envio", "lembro": a promise after "te" or "eu"; alone it is often a noun.</summary>
    Present = 32,
}

/// <summary>What is peculiar to a word.</summary>
[Flags]
internal enum Trait
{
    None = 0,

    /// <summary>Claims only with one of our things: "passei a reunião", not "passei o dia".</summary>
    NeedsThing = 1,

    /// <summary>Its thing stands in itself, whatever else is named: "lembrarei", "emailed".</summary>
    FixedThing = 2,

    /// <summary>Puts into time, so that any subject is a claim: "o dentista foi marcado".</summary>
    Schedules = 4,

    /// <summary>Keeps words as they are: "salvei o texto" is a deed, "reescrevi o texto" is talk.</summary>
    Keeps = 8,

    /// <summary>Said to the person it means a reminder: "te aviso", "I'll let you know".</summary>
    Reminds = 16,

    /// <summary>"fiz", "made": its deed stands in a noun.</summary>
    Light = 32,

    /// <summary>A noun of a deed: "cancelamento".</summary>
    Nominal = 64,

    /// <summary>A noun in the plural.</summary>
    Plural = 128,

    /// <summary>A part of a thing: "horário", "due date".</summary>
    Detail = 256,

    /// <summary>Words that stand in the answer itself: "texto", "plan".</summary>
    Content = 512,

    /// <summary>The verb's form is also that of others or of a command: "exclui", "set".</summary>
    Ambiguous = 1024,

    /// <summary>Marks; what as, the words after it say: "marked as done".</summary>
    Marks = 2048,

    /// <summary>What people have at an hour: "consulta", "lunch".</summary>
    Occasion = 4096,

    /// <summary>Only guessed from its ending.</summary>
    Guessed = 8192,
}

/// <summary>What a word may mean: a verb, a thing, or both.</summary>
/// <param name="Form">Forms in which it stands for its verb; none where it is no verb.</param>
/// <param name="Kinds">What the verb, or the noun of a deed, does.</param>
/// <param name="Implied">What the verb does it to where nothing is named.</param>
/// <param name="Thing">The thing that the noun names.</param>
/// <param name="Traits">What is peculiar to it.</param>
internal readonly record struct Word(Form Form, Kinds Kinds, Things Implied, Things Thing, Trait Traits)
{
    public bool Is(Form form) => (Form & form) != 0;

    public bool Has(Trait trait) => (Traits & trait) != 0;

    /// <summary>This, or also that: "note" is a verb and a noun.</summary>
    public Word Or(Word other) => new(
        Form | other.Form, Kinds == Kinds.None ? other.Kinds : Kinds, Implied == Things.None ? other.Implied : Implied,
        Thing == Things.None ? other.Thing : Thing, Traits | other.Traits);
}
