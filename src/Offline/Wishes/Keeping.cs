using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Salva a senha do wifi: …", "guarda o telefone do Jonas …", "ideia pro blog: …": verbs of keeping are notes where information follows, and not "guarda um lugar pra mim".</summary>
internal static class Keeping
{
    private const int LongestName = 7;

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        ["salva", "salve", "salvar", "guarda", "guarde", "guardar", "grava", "grave", "gravar", "memoriza", "memorize", "arquiva", "armazena", "save", "keep",
            "store", "record", "stash", "saving", "storing"]);

    private static readonly FrozenSet<string> Ideas = FrozenSet.ToFrozenSet(["ideia", "ideias", "idea", "insight", "sacada", "brainstorm"]);

    private static readonly FrozenSet<string> Information = FrozenSet.ToFrozenSet(
        ["senha", "senhas", "codigo", "zap", "whats", "whatsapp", "insta", "instagram", "email", "telefone", "fone", "celular", "numero", "endereco",
            "chave", "pix", "link", "ideia", "placa", "cpf", "cnpj", "rg",
            "login", "cep", "ramal", "contato", "dado", "dados", "informacao", "protocolo", "medida", "medidas", "receita",
         "password", "passcode", "code", "phone", "number", "address", "plate", "pin", "wifi", "idea", "thought", "info", "contact", "details", "recipe", "combination", "serial"]);

    /// <summary>True where a note begins here; the words from "end" on are what is kept.</summary>
    public static bool Find(Cursor cursor, out int end)
    {
        end = cursor.At;
        if (Ideas.Contains(cursor.Word))
        {
            return Colon(cursor, LongestName);
        }

        if (cursor.Word is "me" && Verbs.Contains(cursor.Peek(1)))
        {
            cursor.Skip();
        }

        if (!Verbs.Contains(cursor.Word))
        {
            return cursor.At == end && IsValue(cursor);
        }

        cursor.Skip();
        while (cursor.TakeAny("ai", "pra", "para", "mim", "por", "favor", "me", "please", "so", "essa", "esse", "this", "down") && !cursor.AtEnd)
        {
        }

        end = cursor.At;
        var informs = Informs(cursor);
        while ((cursor.Word is "ideia" or "idea" or "thought" or "informacao" or "info" or "numero" && cursor.Peek(1) is ":" or ",") || cursor.Word is ":" or ",")
        {
            cursor.Skip();
            end = cursor.At;
        }

        return informs && !cursor.AtEnd && !cursor.Has("inbox") && NounTable.Table.Find(cursor, out var thing, out _) is var known && !(known && thing.Noun is Noun.Task or Noun.Reminder or Noun.Note or Noun.Event);
    }

    private static bool Informs(Cursor cursor)
    {
        var start = cursor;
        for (; !cursor.AtEnd && cursor.At - start.At < LongestName; cursor.Skip())
        {
            if (Information.Contains(cursor.Word) || (cursor.Word is ":" && cursor.At > start.At))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is written down by its name and a colon: "telefone da cuidadora: 11 9…", "plumber's number: 555 0199".</summary>
    private static readonly FrozenSet<string> Values = FrozenSet.ToFrozenSet(
        ["senha", "codigo", "telefone", "fone", "tel", "celular", "zap", "whats", "whatsapp", "numero", "chave", "pix", "placa", "cpf", "cnpj", "rg", "cep", "ramal", "login", "protocolo",
            "password", "passcode", "code", "phone", "number", "pin", "plate", "serial", "wifi"]);

    /// <summary>"Telefone da cuidadora: 11 98888-1234": a name, a colon and figures; how many people come is no such thing.</summary>
    private static bool IsValue(Cursor cursor)
    {
        var (colon, named) = (0, false);
        while (colon < LongestName && cursor.Peek(colon) is not (":" or ""))
        {
            named |= Values.Contains(cursor.Peek(colon)) && !(cursor.Peek(colon) is "numero" or "number" && cursor.Peek(colon + 1) is "de" or "of");
            colon++;
        }

        return named && colon > 0 && !char.IsAsciiDigit(cursor.Peek(colon - 1)[0]) && cursor.Peek(colon) is ":" && cursor.Peek(colon + 1) is { Length: > 0 } value && IsFigure(new Cursor(cursor, cursor.At + colon + 1), value);
    }

    private static bool IsFigure(Cursor cursor, string value) =>
        value is "(" or "+" || value.Any(char.IsAsciiDigit) || (cursor.At + 1 < cursor.Limit && new Cursor(cursor, cursor.At + 1).Touching && char.IsAsciiDigit(cursor.Peek(1).FirstOrDefault()));

    private static bool Colon(Cursor cursor, int ahead)
    {
        for (var at = 1; at < ahead; at++)
        {
            if (cursor.Peek(at) is ":")
            {
                return true;
            }
        }

        return false;
    }
}
