using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>What lasts all day, so that nobody asks for its hour: trips, days off, birthdays, holidays, congresses, and all that goes from one day to another.</summary>
internal static class AllDay
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["viagem", "viagens", "ferias", "folga", "folgas", "feriado", "feriadao", "feriados", "recesso", "licenca", "aniversario", "aniversarios", "congresso",
            "simposio", "conferencia", "feira", "festival", "retiro", "acampamento", "excursao", "passeio", "mudanca", "natal", "reveillon",
         "carnaval", "pascoa", "ponte", "intercambio", "hackathon", "expedicao", "trilha", "cruzeiro", "estadia", "hospedagem", "offsite", "gincana", "jornada",
         "homeoffice", "ausencia", "bodas", "atestado", "temporada", "maratona", "marathon", "vencimento", "prazo", "entrega", "prova", "provas", "vestibular",
         "enem", "exam", "exams",
         "trip", "trips", "holiday", "holidays", "vacation", "vacations", "birthday", "birthdays", "anniversary", "conference", "congress", "retreat", "camp",
         "camping", "leave", "pto", "christmas", "easter", "thanksgiving", "travel", "travelling", "traveling", "cruise", "honeymoon", "deadline", "sabbatical",
         "stay", "expo", "fair", "roadtrip"]);

    private static readonly PhraseTable<bool> Wordings = new((true, ["o? dia todo|inteiro", "all day", "whole day", "day|days|week|weeks|time off", "off work",
        "out of office|town", "lua de mel", "dia de folga", "home office", "dia d|das|dos|do", "bate e volta"]));

    /// <summary>A day alone is enough for it.</summary>
    public static bool Is(string title, TimeExpression when) => Lasts(when) || IsNamed(Tokenizer.Cut(title));

    /// <summary>From one day to another, both of them said.</summary>
    public static bool Lasts(TimeExpression when) =>
        when is { Day: { } first, LastDay: { } last, Current: false, HasClock: false, Part: null, Recurrence: null } && last > first && when.Anchor is null
        && NodaTime.Period.DaysBetween(first, last) < 100 && !Stretches(when);

    /// <summary>"Semana que vem", "em julho": somewhere in it, not all through it.</summary>
    private static bool Stretches(TimeExpression when) =>
        (when.Day!.Value.DayOfWeek == NodaTime.IsoDayOfWeek.Monday && when.LastDay == when.Day.Value.PlusDays(6))
        || (when.Day.Value.Day == 1 && when.LastDay == when.Day.Value.With(NodaTime.DateAdjusters.EndOfMonth))
        || (when.Day.Value.DayOfWeek == NodaTime.IsoDayOfWeek.Saturday && when.LastDay == when.Day.Value.PlusDays(1) && when.To - when.From < 4);

    private static bool IsNamed(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Names.Contains(tokens[at].Norm) || Wordings.Find(new Cursor(tokens, at, tokens.Count), out _, out _))
            {
                return true;
            }
        }

        return false;
    }
}
