using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Health;

namespace TbPersonalOs.Plugins.Health;

/// <summary>How the person is, day by day.</summary>
[Topics(
    "dorm", "sono", "acordei", "energia", "humor", "peso", "pesei", "agua", "corri", "treino", "treinei", "exerc", "saude", "check", "slept", "sleep",
    "energy", "mood", "weigh", "water", "exerci", "workout", "health", "ran ")]
public sealed class HealthPlugin
{
    private static readonly Texts Text = new(typeof(HealthPlugin));

    /// <summary>Writes down how a day was.</summary>
    [KernelFunction("check_in")]
    [Effect(Effect.Write)]
    [Description("Writes down how the person slept and felt, one entry a day. Give only what they said: it fills what is there, and never guess a number.")]
    public async Task<CheckInView> CheckIn(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("The day; today unless the person says otherwise. A night's sleep belongs to the day on which they woke up.")] Moment? date = null,
        [Description("Hours slept, such as 5.5.")] decimal? sleepHours = null,
        [Description("Energy, from 1 (none) to 5 (full).")] int? energy = null,
        [Description("Mood, from 1 (bad) to 5 (great).")] int? mood = null,
        [Description("Minutes of exercise.")] int? exerciseMinutes = null,
        [Description("Litres of water.")] decimal? waterLitres = null,
        [Description("Weight in kilograms.")] decimal? weightKg = null,
        [Description("Anything more that the person said about the day.")] string? note = null,
        CancellationToken cancellationToken = default)
    {
        note = Checks.Optional(note, "note", 2_000);
        if ((sleepHours, energy, mood, exerciseMinutes, waterLitres, weightKg, note) == (null, null, null, null, null, null, null))
        {
            throw new ToolException(ErrorCode.Invalid, Text["NothingTold"]) { Parameter = "energy" };
        }

        Checks.Within(sleepHours, 0, 24, "sleepHours");
        Checks.Within(energy, 1, 5, "energy");
        Checks.Within(mood, 1, 5, "mood");
        Checks.Within(exerciseMinutes, 0, 24 * 60, "exerciseMinutes");
        Checks.Within(waterLitres, 0, 20, "waterLitres");
        Checks.Within(weightKg, 1, 500, "weightKg");
        var day = await DayAsync(db, person, action, date, cancellationToken);
        day.SleepHours = sleepHours ?? day.SleepHours;
        day.Energy = energy ?? day.Energy;
        day.Mood = mood ?? day.Mood;
        day.ExerciseMinutes = exerciseMinutes ?? day.ExerciseMinutes;
        day.WaterLitres = waterLitres ?? day.WaterLitres;
        day.WeightKg = weightKg ?? day.WeightKg;
        day.Note = note ?? day.Note;
        await db.SaveChangesAsync(cancellationToken);
        return CheckInView.Of(day, told: true);
    }

    /// <summary>Lists days, the latest first.</summary>
    [KernelFunction("list_check_ins")]
    [Effect(Effect.Read)]
    [Description("Lists how the days were, the latest first.")]
    public async Task<CheckInListView> ListCheckIns(
        [FromKernelServices] AppDbContext db,
        [Description("First day.")] Moment? from = null,
        [Description("Last day, inclusive.")] Moment? to = null,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var query = db.CheckIns.AsNoTracking();
        if (from?.Date.ToDateOnly() is { } first)
        {
            query = query.Where(day => day.Day >= first);
        }

        if (to?.Date.ToDateOnly() is { } last)
        {
            query = query.Where(day => day.Day <= last);
        }

        var (days, more) = await query.OrderByDescending(day => day.Day).PageAsync(page, cancellationToken);
        return new CheckInListView([.. days.Select(day => CheckInView.Of(day))], more);
    }

    private static async Task<CheckIn> DayAsync(
        AppDbContext db, Person person, CurrentAction action, Moment? date, CancellationToken cancellationToken)
    {
        var wanted = date?.Date ?? person.Today;
        if (wanted > person.Today)
        {
            throw new ToolException(ErrorCode.Invalid, Text["NotYet", Words.Sentence(Words.Of(person).Day(wanted))]) { Parameter = "date" };
        }

        var key = wanted.ToDateOnly();
        if (await db.CheckIns.SingleOrDefaultAsync(day => day.Day == key, cancellationToken) is { } known)
        {
            return known;
        }

        var made = new CheckIn { Day = key, Origin = action.Origin };
        db.CheckIns.Add(made);
        return made;
    }
}
