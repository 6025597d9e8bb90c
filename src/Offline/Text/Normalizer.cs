using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TbPersonalOs.Offline.Text;

/// <summary>Brings a word to the form in which it is compared: lower case, no accents, short forms written out.</summary>
internal static class Normalizer
{
    private static readonly FrozenDictionary<string, string> ShortForms = new Dictionary<string, string>
    {
        ["hj"] = "hoje", ["hje"] = "hoje", ["amnh"] = "amanha", ["amn"] = "amanha", ["amnha"] = "amanha", ["amh"] = "amanha", ["praso"] = "prazo", ["vc"] = "voce", ["tu"] = "voce",
        ["ce"] = "voce", ["oce"] = "voce", ["teu"] = "seu", ["tua"] = "sua", ["teus"] = "seus", ["tuas"] = "suas", ["mto"] = "muito",
        ["msm"] = "mesmo", ["hoj"] = "hoje", ["eh"] = "e", ["neh"] = "ne", ["dmg"] = "domingo", ["oje"] = "hoje", ["ontm"] = "ontem",
        ["wknd"] = "weekend", ["thx"] = "thanks", ["ty"] = "thanks", ["tks"] = "thanks", ["appt"] = "appointment",
        ["mtg"] = "meeting", ["bday"] = "birthday", ["niver"] = "aniversario", ["aniver"] = "aniversario", ["rmd"] = "remind", ["cmg"] = "comigo",
        ["ctg"] = "contigo", ["agr"] = "agora", ["reu"] = "reuniao", ["reuna"] = "reuniao", ["vcs"] = "voces", ["q"] = "que", 
        ["tb"] = "tambem", ["tbm"] = "tambem", ["dps"] = "depois", ["qdo"] = "quando", ["qd"] = "quando", ["qnd"] = "quando", ["qtas"] = "quantas",
        ["blz"] = "beleza", ["pfv"] = "favor", ["pf"] = "favor", ["obg"] = "obrigado", ["obgd"] = "obrigado", ["msg"] = "mensagem", ["td"] = "tudo",
        ["tds"] = "todos", ["mt"] = "muito", ["n"] = "nao", ["nn"] = "nao", ["naum"] = "nao", ["lembrente"] = "lembrete", ["hrs"] = "horas",
        ["hr"] = "hora", ["hs"] = "h", ["mins"] = "minutos", ["min"] = "minutos", ["tmr"] = "tomorrow", ["tmrw"] = "tomorrow",
        ["tomorow"] = "tomorrow", ["tommorow"] = "tomorrow", ["tommorrow"] = "tomorrow", ["pls"] = "please", ["plz"] = "please", ["u"] = "you",
        ["whats"] = "what", ["dont"] = "don", ["renuiao"] = "reuniao", ["tarfa"] = "tarefa", ["taerfa"] = "tarefa", ["agnda"] = "agenda",
        ["vdd"] = "verdade", ["dexa"] = "deixa", ["dexe"] = "deixe", ["qro"] = "quero", ["aki"] = "aqui", ["vlw"] = "valeu", ["remnd"] = "remind", ["daki"] = "daqui", ["mn"] = "mano", ["qais"] = "quais", ["qauis"] = "quais", ["lsit"] = "list", ["qaul"] = "qual", ["vom"] = "com", ["daq"] = "daqui", ["d"] = "de", ["c"] = "com", ["p"] = "para", ["ae"] = "ai", ["churras"] = "churrasco", ["fizeste"] = "fez", ["criaste"] = "criou", ["marcaste"] = "marcou", ["ñ"] = "nao",
        ["oii"] = "oi", ["oiii"] = "oi", ["oiee"] = "oi", ["olaa"] = "ola", ["heyy"] = "hey", ["heyyy"] = "hey", ["hii"] = "hi", ["eii"] = "ei", ["terfas"] = "tarefas", ["terfa"] = "tarefa", ["terefa"] = "tarefa", ["trefa"] = "tarefa", ["tarfea"] = "tarefa", ["trefas"] = "tarefas", ["terefas"] = "tarefas", ["taks"] = "task", ["tsak"] = "task",
        ["reminde"] = "remind", ["remid"] = "remind", ["remidn"] = "remind", ["remeber"] = "remember", ["lemba"] = "lembra", ["lebmra"] = "lembra", ["lmbra"] = "lembra", ["lembr"] = "lembra",
        ["lembrte"] = "lembrete", ["lembete"] = "lembrete", ["lembrtes"] = "lembretes", ["reminer"] = "reminder", ["remidner"] = "reminder", ["anoat"] = "anota", ["ntoa"] = "nota", ["calender"] = "calendar", ["locla"] = "local",
        ["apga"] = "apaga", ["apgaa"] = "apaga", ["cnacela"] = "cancela", ["trun"] = "turn", ["delte"] = "delete", ["shcedule"] = "schedule",
    }.ToFrozenDictionary();

    public static string Word(string raw)
    {
        var folded = Fold(raw);
        return ShortForms.TryGetValue(folded, out var whole) ? whole : TimeWords.Of(folded);
    }

    public static string Fold(string text)
    {
        if (IsPlain(text))
        {
            return text.ToLowerInvariant();
        }

        var builder = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                builder.Append(char.ToLowerInvariant(c));
            }
        }

        return builder.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c > 127)
            {
                return false;
            }
        }

        return true;
    }
}
