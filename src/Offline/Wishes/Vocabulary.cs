using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The words of commands and things, for a second reading where the first one understood nothing: "me lenbra", "canela a reuniao".</summary>
internal static class Vocabulary
{
    /// <summary>Other words that are one slip away from a command.</summary>
    private static readonly string[] LookAlikes =
    [
        "canela", "esqueci", "esqueceu", "atingir", "bater", "alcancar", "toquei", "troco", "joguei", "passei", "mostrei", "marquei", "criei", "apaguei", "lembro",
        "lembrou", "tarifa", "passo", "pasta", "massa", "marco", "marcos", "mostro", "salvo", "saliva", "even", "events", "cancer", "crate", "launch",
        "nodes", "noted", "diner", "colocou", "criou", "marcou", "apagou", "agencia", "consulto", "busco", "anoto", "avise", "aviso", "compro",
        "remarco", "curto", "cursos", "visto", "viagens", "festas", "jogos", "adiar", "moved", "changed", "added", "marked", "pushed", "saved",
        "created", "deleted", "removed", "shifted", "booked", "extended", "shower", "shoes", "shows", "mood", "acende", "acenda", "atende", "atenda",
        "vende", "entende", "ascende", "salvei", "guardei", "anotei", "registrei", "tirei", "cancelei", "adiei", "mudei", "adicionei", "coloquei",
        "lembrei", "avisei", "agendei", "reservei", "desmarquei", "exclui", "deletei", "removi", "risquei", "movi", "alterei", "remarquei",
        "completou", "terminou", "anotou", "salvou", "guardou", "excluiu", "avisou", "adiou", "mudou", "cancelou", "removeu", "lembram", "lembramos",
        "marcamos", "marcaram", "precisa", "precisam", "precisou", "listed", "cancelled", "updated", "planned", "cleared", "dropped", "lister", "tasked", "quanto", "quanta",
    ];

    public static readonly Spelling Commands = new(
        VerbTable.Table.Words.Concat(NounTable.Table.Words), LookAlikes);
}
