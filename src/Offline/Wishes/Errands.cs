using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// A verb of the assistant's own that is said of something in the world, on its day: "terminar o relatório até sexta", "apagar a lousa amanhã",
/// "finish the tax forms by Friday". It is a thing to do, and nothing that is kept here is finished, deleted or moved.
/// </summary>
internal static class Errands
{
    private static readonly FrozenSet<string> NotObjects = FrozenSet.ToFrozenSet(
        ["pra", "para", "pro", "de", "do", "da", "dos", "das", "que", "isso", "isto", "esse", "essa", "este", "esta", "ele", "ela", "tudo", "todos", "todas", "por", "em", "como", "se", "quando", "mais", "mim", "me"]);

    private static readonly FrozenSet<string> Requests = FrozenSet.ToFrozenSet(
        ["pode", "podia", "poderia", "pudesse", "consegue", "conseguiria", "quero", "queria", "gostaria", "da", "daria", "rola", "favor", "gentileza", "solicito", "peco", "voce", "posso", "can", "could", "would", "please", "want", "like", "kindly", "preciso"]);

    /// <summary>What one cancels with somebody else, and no calendar holds.</summary>
    private static readonly FrozenSet<string> Contracts = FrozenSet.ToFrozenSet(
        ["plano", "planos", "assinatura", "assinaturas", "matricula", "cartao", "conta", "pedido", "compra", "inscricao", "seguro", "contrato", "internet", "netflix", "linha", "convenio", "debito", "boleto", "passagem",
            "subscription", "membership", "card", "account", "order", "insurance", "contract", "plan", "policy", "trial"]);

    /// <summary>Verbs that as often change a thing in the world as they move an event.</summary>
    public static readonly FrozenSet<string> Changes = FrozenSet.ToFrozenSet(
        ["trocar", "troca", "troque", "mudar", "muda", "mude", "passar", "passa", "passe", "adiantar", "adianta", "adiante", "altera", "alterar", "ajustar", "ajusta", "corrigir", "corrige",
            "mover", "atualizar", "editar", "change", "switch", "swap", "set", "update"]);

    private static readonly FrozenSet<string> Spans = FrozenSet.ToFrozenSet(["dia", "semana", "mes", "agenda", "programacao", "day", "week", "lista"]);

    public static Outcome? Read(Wish wish)
    {
        if (!(wish.Noun == Noun.None || (wish is { Noun: Noun.Occasion, Verb: Verb.Finish, Time.When.Deadline: true } && ThingsToDo.IsInfinitive(wish.At(wish.Head.Start).Word)))
            || wish is not { Mark: Mark.None, Asks: false, Head: { Pointer: null, Verb: not (Verb.None or Verb.Need or Verb.Remind or Verb.Undo) } } || IsRequest(wish) || !IsDated(wish))
        {
            return null;
        }

        var errand = ThingsToDo.IsInfinitive(wish.At(wish.Head.Start).Word) ? InPortuguese(wish) : InEnglish(wish);
        return errand && FreeTime.Read(wish) is null ? TaskWishes.Create(wish, wish.Head.Start) : null;
    }

    /// <summary>"Reservar hotel em Gramado até dia 20": nobody here can do it, yet it is a thing to do by its day.</summary>
    public static Outcome? Beyond(Wish wish) =>
        wish.Verb is Verb.Cancel or Verb.Schedule or Verb.Create && (wish.Verb == Verb.Cancel || wish.Time.When is { Deadline: true }) && OutOfReach.Read(wish) is not null ? Read(wish) : null;

    /// <summary>"Tira o bolo do forno em 40 min", "apaga o forno às 9": nothing on a list is taken off at an hour.</summary>
    public static bool IsTimed(Wish wish) =>
        wish is { Verb: Verb.Delete, Noun: Noun.None, Time.When: { Recurrence: null } when } && (when.Counted is not null || (when.HasClock && when.Day is null)) && !ThingsToDo.IsInfinitive(wish.At(wish.Head.AfterVerb).Word);

    private static bool IsRequest(Wish wish) =>
        wish.Speech.Tokens.Skip(wish.From).Take(wish.Head.Start - wish.From).Any(token => Requests.Contains(token.Norm)) || wish.Speech.Tokens.Skip(wish.End).Take(wish.To - wish.End).Any(token => Requests.Contains(token.Norm));

    /// <summary>A day that is still to come and says when it is done: not which one is meant ("de sexta"), nor where to it is moved ("pra sexta").</summary>
    public static bool IsDated(Wish wish) =>
        wish.Time.When is { IsPoint: true, Recurrence: null } when && !(when.Day < wish.Context.Today) && (when.Day is not null || when.Deadline)
        && wish.Speech.Times.Where(time => time.From >= wish.From && time.To <= wish.End && time.IsPoint).All(time => !IsBound(wish.Speech.Tokens[time.From].Norm) && (time.From == 0 || !IsBound(wish.Speech.Tokens[time.From - 1].Norm)));

    private static bool IsBound(string word) => word is "pra" or "para" or "pro" or "pras" or "pros" or "ao" or "de" or "do" or "da" or "dessa" or "desta" or "to" or "from" or "for" or "of" or "until" or "till" or "s";

    private static bool InPortuguese(Wish wish)
    {
        var (at, word) = (wish.Head.Start + 1, wish.At(wish.Head.Start).Peek(1));
        if (at >= wish.End || !wish.At(at).Token.IsWord || wish.Speech.TimeAt(at) is not null || NotObjects.Contains(word) || ThingsToDo.IsInfinitive(word))
        {
            return false;
        }

        var thing = word is "o" or "a" or "os" or "as" or "um" or "uma" or "meu" or "minha" ? wish.At(at).Peek(1) : word;
        return thing is not ("" or "que" or "mim") && wish.Head.Verb switch
        {
            Verb.Finish or Verb.Delete or Verb.Rename => true,
            Verb.Change => wish.Head.Feature == Feature.None || !wish.Time.When!.HasClock,
            Verb.Cancel => Contracts.Contains(thing),
            Verb.Create => !wish.Time.When!.HasClock && (thing != word || wish.At(wish.Head.Start).Word is "colocar" or "botar" or "por"),
            Verb.List or Verb.Find => thing != word && !Spans.Contains(thing),
            Verb.Note => word is "os" or "as" or "o" or "a" && !wish.Has(":") && wish.Time.Taken is [.., var last] && last.To >= wish.End,
            Verb.Schedule => wish.Time.When is { Deadline: true, HasClock: false },
            _ => false,
        };
    }

    private static bool InEnglish(Wish wish)
    {
        var (word, next) = (wish.At(wish.Head.Start).Word, wish.At(wish.Head.Start).Peek(1));
        var named = next is "the" or "my" or "our" or "that" or "a" or "an";
        var thing = named ? wish.At(wish.Head.Start).Peek(2) : next;
        return word switch
        {
            "finish" or "complete" or "wrap" => wish.Time.When is { Deadline: true } || (named && wish.Time.When!.Day > wish.Context.Today),
            "update" or "set" or "change" or "switch" or "swap" or "fix" or "adjust" => named,
            "move" or "shift" or "push" or "bring" => named && wish.Speech.Times.Any(time => time.To <= wish.End && time.From >= wish.From && wish.Speech.Tokens[time.From].Norm is "on" or "by" or "before"),
            "cancel" => named && Contracts.Any(contract => wish.Has(contract)),
            "delete" or "remove" or "erase" or "clear" => named && !Spans.Contains(thing) && wish.Time.When is { Deadline: true },
            "add" => wish.Has("to") && !wish.Has("list", "lists", "calendar", "note", "notes", "inbox", "tasks") && !wish.Time.When!.HasClock,
            _ => false,
        };
    }
}
