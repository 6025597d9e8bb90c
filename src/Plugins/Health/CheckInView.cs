using System.Globalization;
using NodaTime;
using TbPersonalOs.Data.Health;

namespace TbPersonalOs.Plugins.Health;

/// <summary>How one day was.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Date">The day.</param>
/// <param name="SleepHours">Hours slept.</param>
/// <param name="Energy">Energy, 1 to 5.</param>
/// <param name="Mood">Mood, 1 to 5.</param>
/// <param name="ExerciseMinutes">Minutes of exercise.</param>
/// <param name="WaterLitres">Litres of water.</param>
/// <param name="WeightKg">Weight in kilograms.</param>
/// <param name="Note">Anything more.</param>
/// <param name="Told">Whether it was told just now, rather than shown.</param>
public sealed record CheckInView(
    Guid Id, Moment Date, decimal? SleepHours, int? Energy, int? Mood, int? ExerciseMinutes, decimal? WaterLitres, decimal? WeightKg,
    string? Note, bool Told = false) : IView
{
    private static readonly Texts Text = new(typeof(CheckInView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        var line = Words.Line(
            words.Day(Date.Date), Say("Sleep", SleepHours), Say("Energy", Energy), Say("Mood", Mood), Say("Exercise", ExerciseMinutes),
            Say("Water", WaterLitres), Say("Weight", WeightKg), Note);
        return Told ? Text["Told", line] : line;
    }

    internal static CheckInView Of(CheckIn day, bool told = false) => new(
        day.Id, Moment.OfDay(LocalDate.FromDateOnly(day.Day)), day.SleepHours, day.Energy, day.Mood, day.ExerciseMinutes, day.WaterLitres,
        day.WeightKg, day.Note, told);

    private static string? Say(string key, decimal? value) =>
        value is { } known ? Text[key, known.ToString("0.##", CultureInfo.CurrentUICulture)] : null;
}

/// <summary>A page of days.</summary>
/// <param name="CheckIns">The days, the latest first.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record CheckInListView(IReadOnlyList<CheckInView> CheckIns, bool More) : IView
{
    private static readonly Texts Text = new(typeof(CheckInListView));

    /// <inheritdoc />
    public string InWords(Words words) => CheckIns.Count == 0
        ? Text["None"]
        : Paging.Lines(Text["List"], CheckIns.Select(day => day.InWords(words)), More);
}
