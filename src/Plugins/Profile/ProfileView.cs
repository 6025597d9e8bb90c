using System.Globalization;

namespace TbPersonalOs.Plugins.Profile;

/// <summary>Who the person is and how they live.</summary>
/// <param name="Name">How the person wants to be called.</param>
/// <param name="Language"><c>pt-BR</c> or <c>en</c>.</param>
/// <param name="Zone">IANA zone.</param>
/// <param name="WorkStart">Start of the working hours, <c>09:00</c>.</param>
/// <param name="WorkEnd">End of the working hours.</param>
/// <param name="About">What the assistant should know about the person.</param>
/// <param name="Changed">Whether it was changed just now.</param>
public sealed record ProfileView(
    string? Name, string Language, string Zone, string WorkStart, string WorkEnd, string? About, bool Changed = false) : IView
{
    private static readonly Texts Text = new(typeof(ProfileView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        CultureInfo.CurrentUICulture = Languages.Of(Language);
        var line = Words.Line(
            Name, ZoneCities.NameOf(Zone), Text["Language"], Text["WorkHours", WorkStart, WorkEnd], About);
        return Text[Changed ? "ProfileChanged" : "Profile", line];
    }

    internal static ProfileView Of(Data.Profiles.Profile profile, bool changed = false) => new(
        profile.Name, profile.Language, profile.Zone, Hour(profile.WorkStart), Hour(profile.WorkEnd), profile.About, changed);

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
