using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TbPersonalOs.Plugins.Tests;

/// <summary>A language for the length of a test, and people who speak at a moment.</summary>
internal sealed class Speaking : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    private Speaking(CultureInfo language) => CultureInfo.CurrentUICulture = language;

    public static Speaking Portuguese() => new(Languages.Portuguese);

    public static Speaking English() => new(Languages.English);

    /// <summary>A person in São Paulo (unless said otherwise) who speaks at a wall time and is heard at another.</summary>
    public static Person Person(string said, string? heard = null, string zone = "America/Sao_Paulo")
    {
        var there = DateTimeZoneProviders.Tzdb[zone];
        var person = new Person(new FixedClock(At(heard ?? said, there).ToDateTimeOffset()));
        person.Become(Guid.CreateVersion7(), new Data.Profiles.Profile { Language = "pt-BR", Zone = zone }, At(said, there));
        return person;
    }

    /// <summary>The instant of a wall time such as <c>2026-11-23T09:00</c>.</summary>
    public static Instant At(string local, DateTimeZone zone) =>
        zone.AtLeniently(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value).ToInstant();

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
