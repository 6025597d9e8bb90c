using TbPersonalOs.Plugins.Profile;

namespace TbPersonalOs.Plugins.Tests.Profile;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("America/Sao_Paulo", "America/Sao_Paulo")]
    [InlineData("america/sao_paulo", "America/Sao_Paulo")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("sao paulo", "America/Sao_Paulo")]
    [InlineData("Lisboa", "Europe/Lisbon")]
    [InlineData("Lisbon", "Europe/Lisbon")]
    [InlineData("New York", "America/New_York")]
    [InlineData("Nova York", "America/New_York")]
    [InlineData("Manaus", "America/Manaus")]
    [InlineData("Buenos Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Brasília", "America/Sao_Paulo")]
    [InlineData("Europe/Madrid", "Europe/Madrid")]
    public void ReadsACityOrAnIanaName(string said, string zone) => Assert.Equal(zone, Zones.Read(said));

    [Theory]
    [InlineData("Nárnia")]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    public void RefusesWhatItDoesNotKnow(string said)
    {
        using var language = Speaking.Portuguese();
        var error = Assert.Throws<ToolException>(() => Zones.Read(said));
        Assert.Equal((ErrorCode.Invalid, "zone"), (error.Code, error.Parameter));
    }

    [Fact]
    public void NamesZonesThatComeNear()
    {
        using var language = Speaking.Portuguese();
        Assert.Contains("America/Argentina/", Assert.Throws<ToolException>(() => Zones.Read("Argentina")).Message, StringComparison.Ordinal);
    }
}
