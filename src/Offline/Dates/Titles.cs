using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Names that sound like a time: "Colégio 7 de Setembro", "Eleven Madison Park", the film "Friday the 13th".</summary>
internal static class Titles
{
    private static readonly FrozenSet<string> Places = FrozenSet.ToFrozenSet(
        ["colegio", "escola", "rua", "avenida", "av", "praca", "largo", "travessa", "bar", "restaurante", "hospital", "estadio", "clube", "teatro", "cinema",
            "shopping", "hotel", "estacao", "instituto", "padaria", "cafe", "faculdade", "creche", "parque", "ponte", "edificio", "school", "street", "hall", "studio"]);

    /// <summary>Named after dates so often that no capital is needed.</summary>
    private static readonly FrozenSet<string> Streets = FrozenSet.ToFrozenSet(["rua", "avenida", "av", "praca", "largo", "travessa", "alameda", "rodovia", "viaduto", "ponte", "bairro"]);

    private static readonly FrozenSet<string> Watching = FrozenSet.ToFrozenSet(["assistir", "assiste", "ver", "rever", "watch", "rewatch", "see", "assistindo", "watching"]);

    /// <summary>The token after the name that begins here, or <paramref name="at"/> where none does.</summary>
    public static int Past(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Norm is "no" or "na" or "at" && at + 1 < tokens.Count && Named(tokens, at + 1) is var led && led > at + 1 ? led
        : tokens[at].Norm is "o" or "a" && IsPerson(tokens, at + 1) ? at + 2
        : tokens[at].Norm is "pro" or "ao" or "do" or "no" && at + 1 < tokens.Count && IsDomingos(tokens, at + 1) ? at + 2
        : at == 0 ? at : Named(tokens, at);

    private static int Named(IReadOnlyList<Token> tokens, int at) =>
        IsDate(tokens, at) ? at + 3 : IsNumber(tokens, at) || IsPerson(tokens, at) ? at + 1 : PastFilm(tokens, at);

    /// <summary>"Com o Marco", "with April": a person, and no month.</summary>
    private static bool IsPerson(IReadOnlyList<Token> tokens, int at) =>
        at < tokens.Count && at > 0 && (IsDomingos(tokens, at) || IsCalled(tokens, at) || IsAlong(tokens, at));

    /// <summary>"Ligar pro Domingos": in the singular it is somebody.</summary>
    private static bool IsDomingos(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Norm is "domingos" && tokens[at - 1].Norm is "o" or "do" or "pro" or "ao" or "no" or "seu" or "sr" or "dr" or "tio" or "padre" or "professor" or "doutor" or "senhor";

    /// <summary>"Call April tomorrow", "aunt June": whom, and not when.</summary>
    private static bool IsCalled(IReadOnlyList<Token> tokens, int at) =>
        IsProper(tokens[at]) && tokens[at].Norm is "april" or "may" or "june" or "august"
        && tokens[at - 1].Norm is "call" or "text" or "ring" or "phone" or "email" or "message" or "tell" or "ask" or "thank" or "invite" or "aunt" or "auntie" or "cousin" or "mrs" or "ms" or "miss"
        && (at + 1 == tokens.Count || !tokens[at + 1].IsNumber);

    private static bool IsAlong(IReadOnlyList<Token> tokens, int at) => IsProper(tokens[at]) && MonthNames.Has(tokens[at].Norm) && (tokens[at - 1].Norm is "com" or "with"
            || (tokens[at - 1].Norm is "o" or "a" && at > 1 && tokens[at - 2].Norm is "com") || (tokens[at].Raw is "Marco" && tokens[at - 1].Norm is "o" or "do" or "pro" or "ao"));

    /// <summary>"O Bar 25 de Março", "no Quinze de Novembro".</summary>
    private static bool IsDate(IReadOnlyList<Token> tokens, int at)
    {
        var month = new Cursor(tokens, Math.Min(at + 2, tokens.Count), tokens.Count);
        if (month.AtEnd || !tokens[at + 1].Is("de") || !MonthNames.Take(ref month, out _))
        {
            return false;
        }

        return ((tokens[at].IsNumber || Numbers.IsWord(tokens[at].Norm)) && (Streets.Contains(tokens[at - 1].Norm) || (Places.Contains(tokens[at - 1].Norm) && char.IsUpper(tokens[at - 1].Raw[0]))))
            || (IsProper(tokens[at]) && IsProper(tokens[at + 2]) && tokens[at - 1].Norm is "no" or "na" or "do" or "da" or "pro" or "pra");
    }

    /// <summary>"At Eleven Madison Park".</summary>
    private static bool IsNumber(IReadOnlyList<Token> tokens, int at) =>
        tokens[at - 1].Norm is "at" && at + 1 < tokens.Count && IsProper(tokens[at]) && IsProper(tokens[at + 1]) && Spoken.Contains(tokens[at].Norm);

    private static readonly FrozenSet<string> Spoken = FrozenSet.ToFrozenSet(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]);

    private static int PastFilm(IReadOnlyList<Token> tokens, int at)
    {
        if (!Watching.Contains(tokens[at - 1].Norm) || !IsProper(tokens[at]) || tokens[at].Norm is not ("sexta" or "friday"))
        {
            return at;
        }

        var cursor = new Cursor(tokens, at + 1, tokens.Count);
        cursor.TakeAny("-");
        cursor.TakeAny("feira");
        cursor.TakeAny("the");
        return cursor.Word is "13" or "treze" or "13th" or "thirteenth" ? cursor.At + (cursor.Peek(1) is "th" ? 2 : 1) : at;
    }

    private static bool IsProper(Token token) => token is { IsWord: true, Quoted: false } && token.Raw.Length > 1 && char.IsUpper(token.Raw[0]) && char.IsLower(token.Raw[1]);
}
