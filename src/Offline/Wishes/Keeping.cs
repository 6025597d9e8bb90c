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
            return false;
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
