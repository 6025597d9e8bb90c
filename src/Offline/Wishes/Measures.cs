using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Dates.Hours;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>One measure of a check-in at a time: "dormi 7h30", "energia 4", "2 litros de água", "treinei 40 minutos", "peso 80,5".</summary>
internal static class Measures
{
    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
        ["mal", "bem", "pouco", "muito", ",", "de", "do", "da", "em", "e", "foi", "is", "was", "of", "at", "for", "por", "so", "only", "apenas", "umas", "uns",
            "cerca", "quase", "about", "bem", "hoje", "today", "baby", "log", "rock", "anjo", "bebe", "deu", "ficou", "marcou", "dei", "hit", "s", "this",
            "down", "morning", "manha", "like", "garbage", "crap", "super", "really", "badly", "well", "poorly", "horribly", "great", "bom", "ruim", "pessimo", "igual",
            "pedra", "bola", "futebol", "soccer", "football", "volei", "basquete", "in", "uns", "minha", ":", "=", "nivel", "level", "esta", "ta",
         "durante", "around", "agua", "water", "a", "my", "meu", "minha", "atual", "ontem", "noite", "yesterday", "last", "night", "as", "almost", "just", "i", "exercise", "exercicio"]);

    private static readonly FrozenDictionary<string, string> Leads = new Dictionary<string, string>
    {
        ["dormi"] = "sleepHours", ["sono"] = "sleepHours", ["slept"] = "sleepHours", ["sleep"] = "sleepHours",
        ["energia"] = "energy", ["energy"] = "energy", ["humor"] = "mood", ["mood"] = "mood",
        ["agua"] = "waterLitres", ["bebi"] = "waterLitres", ["hidratacao"] = "waterLitres", ["beber"] = "waterLitres", ["tomei"] = "waterLitres", ["drank"] = "waterLitres", ["water"] = "waterLitres",
        ["joguei"] = "exerciseMinutes", ["cycle"] = "exerciseMinutes", ["spinning"] = "exerciseMinutes", ["treadmill"] = "exerciseMinutes", ["elliptical"] = "exerciseMinutes", ["eliptico"] = "exerciseMinutes", ["bicicleta"] = "exerciseMinutes", ["rowing"] = "exerciseMinutes", ["surf"] = "exerciseMinutes", ["surfei"] = "exerciseMinutes", ["dancei"] = "exerciseMinutes", ["remei"] = "exerciseMinutes", ["remo"] = "exerciseMinutes", ["boxe"] = "exerciseMinutes", ["muaythai"] = "exerciseMinutes", ["zumba"] = "exerciseMinutes",
        ["alongamento"] = "exerciseMinutes", ["alonguei"] = "exerciseMinutes", ["ciclismo"] = "exerciseMinutes", ["luta"] = "exerciseMinutes", ["judo"] = "exerciseMinutes", ["tenis"] = "exerciseMinutes", ["volei"] = "exerciseMinutes", ["basquete"] = "exerciseMinutes", ["hike"] = "exerciseMinutes", ["hiked"] = "exerciseMinutes", ["swim"] = "exerciseMinutes", ["weights"] = "exerciseMinutes", ["basketball"] = "exerciseMinutes", ["trotei"] = "exerciseMinutes", ["andei"] = "exerciseMinutes", ["lifted"] = "exerciseMinutes", ["stretching"] = "exerciseMinutes", ["played"] = "exerciseMinutes", ["treinei"] = "exerciseMinutes", ["malhei"] = "exerciseMinutes", ["corri"] = "exerciseMinutes", ["caminhei"] = "exerciseMinutes", ["pedalei"] = "exerciseMinutes",
        ["nadei"] = "exerciseMinutes", ["exercicio"] = "exerciseMinutes", ["exercicios"] = "exerciseMinutes", ["treino"] = "exerciseMinutes", ["exercise"] = "exerciseMinutes", ["exercised"] = "exerciseMinutes",
        ["ran"] = "exerciseMinutes", ["walked"] = "exerciseMinutes", ["trained"] = "exerciseMinutes", ["swam"] = "exerciseMinutes", ["cycled"] = "exerciseMinutes", ["workout"] = "exerciseMinutes",
        ["academia"] = "exerciseMinutes", ["musculacao"] = "exerciseMinutes", ["corrida"] = "exerciseMinutes", ["caminhada"] = "exerciseMinutes", ["natacao"] = "exerciseMinutes", ["bike"] = "exerciseMinutes", ["pedal"] = "exerciseMinutes",
        ["yoga"] = "exerciseMinutes", ["ioga"] = "exerciseMinutes", ["pilates"] = "exerciseMinutes", ["futebol"] = "exerciseMinutes", ["danca"] = "exerciseMinutes", ["esteira"] = "exerciseMinutes", ["funcional"] = "exerciseMinutes", ["crossfit"] = "exerciseMinutes",
        ["climbing"] = "exerciseMinutes", ["running"] = "exerciseMinutes", ["walking"] = "exerciseMinutes", ["swimming"] = "exerciseMinutes", ["cycling"] = "exerciseMinutes", ["biking"] = "exerciseMinutes", ["gym"] = "exerciseMinutes", ["cardio"] = "exerciseMinutes",
        ["hiking"] = "exerciseMinutes", ["tennis"] = "exerciseMinutes", ["lifting"] = "exerciseMinutes", ["jog"] = "exerciseMinutes", ["jogging"] = "exerciseMinutes", ["run"] = "exerciseMinutes", ["walk"] = "exerciseMinutes", ["ride"] = "exerciseMinutes", ["rode"] = "exerciseMinutes", ["jogged"] = "exerciseMinutes",
        ["peso"] = "weightKg", ["pesei"] = "weightKg", ["balanca"] = "weightKg", ["scale"] = "weightKg", ["scales"] = "weightKg", ["weigh"] = "weightKg", ["weight"] = "weightKg", ["weighed"] = "weightKg", ["pesando"] = "weightKg",
    }.ToFrozenDictionary();

    public static bool Take(ref Cursor cursor, out string name, out object? value) =>
        (OnScale(ref cursor, out value) && (name = "weightKg") is not null) || Lead(ref cursor, out name, out value) || Trailing(ref cursor, out name, out value);

    private static bool Lead(ref Cursor cursor, out string name, out object? value)
    {
        var c = cursor;
        value = null;
        if (c.TakeAny("fiz", "did", "pratiquei", "tive", "had", "fui"))
        {
            c.TakeAny("a", "um", "uma", "na", "no", "de", "some", "pra", "my");
        }

        if (c.TakeAll("worked", "out") || c.TakeAll("work", "out"))
        {
            name = "exerciseMinutes";
        }
        else if (!c.TakeFrom(Leads, out name!))
        {
            return false;
        }

        if (name == "sleepHours" && SleepRange(ref c) is { } hours)
        {
            value = hours;
            cursor = c;
            return true;
        }

        for (var skipped = 0; skipped < 5 && Fillers.Contains(c.Word); skipped++)
        {
            c.Skip();
        }

        if (name == "exerciseMinutes")
        {
            if (c.Previous.Norm is "as" or "at")
            {
                // "Futebol às 20h": when it begins, not how long it took.
                return false;
            }

            SkipDistance(ref c);
        }

        value = Value(ref c, name);
        cursor = value is null ? cursor : c;
        return value is not null;
    }

    /// <summary>"Corri 5 km em 30 min": the way is no length of time.</summary>
    private static void SkipDistance(ref Cursor cursor)
    {
        var c = cursor;
        if (!Numbers.TakeDecimal(ref c, out _) || !c.TakeAny("km", "k", "quilometros", "kms", "metros", "m", "miles", "mile", "voltas", "laps"))
        {
            return;
        }

        c.TakeAny("em", "in", ",", "por", "durante", "for", "de");
        cursor = c;
    }

    /// <summary>"Dormi das 23h às 7h".</summary>
    private static decimal? SleepRange(ref Cursor cursor)
    {
        var now = new TimeContext(NodaTime.NodaConstants.UnixEpoch.InUtc());
        if (ClockRanges.Read(cursor, now) is not { Clock: { } start, EndClock: { } end } range)
        {
            return null;
        }

        cursor = new Cursor(cursor, range.To);
        var minutes = ((int)(end.Time - start.Time).ToDuration().TotalMinutes + 1440) % 1440;
        return Math.Round((minutes > 840 && !start.Sure ? minutes - 720 : minutes) / 60m, 2);
    }

    /// <summary>The measure after its number: "40 min de treino", "2 litros de água", "7 hours of sleep".</summary>
    private static bool Trailing(ref Cursor cursor, out string name, out object? value)
    {
        var c = cursor;
        (name, value) = ("", null);
        foreach (var candidate in (string[])["exerciseMinutes", "sleepHours", "waterLitres", "energy", "mood", "weightKg"])
        {
            c = cursor;
            Done(ref c);
            if (Value(ref c, candidate) is not { } found)
            {
                continue;
            }

            if ((candidate == "waterLitres" && (c.AtEnd || c.Word is "," or "e" or "and" or ";")) || (candidate == "weightKg" && BodyWeight.Is(cursor, c, found)))
            {
                (name, value, cursor) = (candidate, found, c);
                return true;
            }

            if (candidate is "energy" or "mood" && c.Peek(1) is "wise" && Named(ref c, candidate, out name))
            {
                c.Take("wise");
                (value, cursor) = (found, c);
                return true;
            }

            if (!(c.TakeAny("de", "of", "na", "no", "on", "-", "pro", "pra", "para", "for") || candidate is "exerciseMinutes" or "sleepHours" or "waterLitres" || (c.Previous.Is("5") && c.At > 1 && new Cursor(c, c.At - 1).Previous.Is("/"))) || !Named(ref c, candidate, out name))
            {
                continue;
            }

            var whole = c;
            c = cursor;
            Done(ref c);
            value = Value(ref c, name);
            cursor = whole;
            return value is not null;
        }

        return false;
    }

    private static void Done(ref Cursor c)
    {
        c.TakeAny("i", "eu");
        _ = c.TakeAny("fiz", "did", "tive", "had", "got", "bebi", "tomei", "drank", "dei", "gave", "nota") || c.TakeAll("went", "for");
        if (c.Peek(1) is not ("litre" or "liter"))
        {
            c.TakeAny("a", "an", "uma", "um", "uns", "umas", "about");
        }
    }

    private static bool Named(ref Cursor c, string candidate, out string name)
    {
        c.TakeAny("the", "a", "minha", "meu");
        return c.TakeFrom(Leads, out name!) && name == candidate;
    }

    /// <summary>Whole amounts are whole numbers in the call.</summary>
    private static object? Value(ref Cursor c, string name)
    {
        if (Amount(ref c, name) is not { } amount)
        {
            return null;
        }

        var whole = (int)amount;
        object value = amount;
        return whole == amount ? whole : value;
    }

    private static decimal? Amount(ref Cursor c, string name) => name switch
    {
        "sleepHours" => Hours(ref c),
        "exerciseMinutes" => Span.Take(ref c, out var span) && span.IsClockTime && c.Word is not ("sleep" or "sono") ? span.Minutes : null,
        "waterLitres" => Litres(ref c),
        "weightKg" => Kilos(ref c),
        _ => Level(ref c),
    };

    /// <summary>"66,4", "66 quilos e 400", "66 e meio", "154 pounds".</summary>
    private static decimal? Kilos(ref Cursor c)
    {
        if (!Numbers.TakeDecimal(ref c, out var kilos))
        {
            return null;
        }

        if (c.TakeAny("lb", "lbs", "pound", "pounds", "libras"))
        {
            return Math.Round(kilos * 0.45359237m, 1);
        }

        c.TakeAny("kg", "quilos", "quilo", "kilos", "kilo", "kgs", "kilograms");
        var rest = c;
        if (rest.TakeAll("e", "meio") || rest.TakeAll("and", "a", "half"))
        {
            c = rest;
            return kilos + 0.5m;
        }

        if (rest.Take("e") && Numbers.Take(ref rest, out var grams) && grams is >= 50 and < 1000 && (rest.TakeAny("gramas", "g") || rest.AtEnd || !rest.Token.IsWord || c.Previous.Norm is "quilos" or "kg" or "kilos"))
        {
            c = rest;
            return kilos + grams / 1000m;
        }

        return kilos;
    }

    /// <summary>"Tô com 70,3 kg", "at 68 kilos this morning": nothing but the body is so.</summary>
    private static bool OnScale(ref Cursor cursor, out object? value)
    {
        value = null;
        var c = cursor;
        if (!(c.TakeAny("to", "tou", "estou", "fiquei", "cheguei", "m", "am", "bati") && c.TakeAny("com", "nos", "em", "at", "a", "now", "agora")))
        {
            return false;
        }

        c.TakeAny("uns", "os", "now", "agora", "at", "com", "about");
        if (Kilos(ref c) is not { } kilos || kilos is < 30 or > 300 || !(c.Previous.Norm is "kg" or "quilos" or "kilos" or "kgs" or "pounds" or "lbs" or "lb" or "kilograms" || c.Previous.IsNumber && All(c, "quilos", "kg")))
        {
            return false;
        }

        var whole = (int)kilos;
        value = whole == kilos ? whole : (object)kilos;
        cursor = c;
        return true;
    }

    private static bool All(Cursor c, params ReadOnlySpan<string> units)
    {
        for (var back = 1; back <= 3 && c.At - back >= 0; back++)
        {
            if (units.Contains(new Cursor(c, c.At - back).Word))
            {
                return true;
            }
        }

        return false;
    }

    private static decimal? Hours(ref Cursor c)
    {
        var plain = c;
        if (Span.Take(ref c, out var span) && span.IsClockTime)
        {
            // "Oito horas e quinze".
            var more = c;
            var rest = span.Seconds % 3600 == 0 && more.Take("e") && Numbers.Take(ref more, out var minutes) && minutes is >= 5 and < 60 && (more.AtEnd || !more.Token.IsWord || more.TakeAny("minutos")) ? minutes : 0;
            c = rest > 0 ? more : c;
            return Math.Round((span.Seconds + 60 * rest) / 3600m, 2);
        }

        c = plain;
        if (Numbers.TakeDecimal(ref c, out var whole) && whole <= 24 && c.TakeAll("e", "meia"))
        {
            return whole + 0.5m;
        }

        c = plain;
        return Numbers.TakeDecimal(ref c, out var hours) && (c.AtEnd || c.Word is "," or "e" or "and" or "." or ";") && hours <= 24 ? hours : null;
    }

    private static decimal? Litres(ref Cursor c) =>
        c.TakeAll("meio", "litro") || c.TakeAll("half", "a", "litre") || c.TakeAll("half", "a", "liter") || c.TakeAll("half", "litre") || c.TakeAll("half", "liter") ? 0.5m
        : c.TakeAll("um", "litro", "e", "meio") || c.TakeAll("litro", "e", "meio") ? 1.5m
        : c.Word is "a" or "an" && c.Peek(1) is "litre" or "liter" && c.TakeAny("a", "an") && c.TakeAny("litre", "liter") ? 1
        : !Numbers.TakeDecimal(ref c, out var amount) ? null
        : c.TakeAny("ml", "mls") ? amount / 1000
        : c.TakeAll("litros", "e", "meio") ? amount + 0.5m
        : c.TakeAll("litro", "e", "meio") ? amount + 0.5m
        : c.TakeAny("litros", "litro", "l", "lt", "liters", "liter", "litres", "litre") ? amount : null;

    private static int? Level(ref Cursor c)
    {
        if (!Numbers.Take(ref c, out var level))
        {
            return null;
        }

        _ = c.TakeAll("de", "5") || c.TakeAll("/", "5") || c.TakeAll("out", "of", "5");

        return level;
    }
}
