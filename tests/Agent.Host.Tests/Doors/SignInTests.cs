using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>The two keys of the house: a link that works once, and the token.</summary>
[Collection(LockedHouseTests.Name)]
public sealed class SignInTests(LockedHouse house)
{
    [Fact]
    [Trait("Shows", "main-job:6")]
    public async Task ALinkWorksOnceAndItsCookieStaysInThisBrowserOnly()
    {
        var person = await house.Host.NewPersonAsync();
        var code = await SignIn.CodeAsync(person);

        var first = await SignIn.OpenAsync(house.Host, code);
        var again = await SignIn.OpenAsync(house.Host, code);

        Assert.Equal((302, "/"), (first.Status, first.Headers["Location"]));
        var flags = first.Headers["Set-Cookie"].ToLowerInvariant().Split("; ");
        Assert.StartsWith("tbos=", flags[0], StringComparison.Ordinal);
        Assert.Contains("httponly", flags);
        Assert.Contains("samesite=strict", flags);
        Assert.Contains("path=/", flags);
        Assert.DoesNotContain(flags, flag => flag.StartsWith("domain", StringComparison.Ordinal));
        Assert.Equal((410, "denied"), (again.Status, again.Json.GetProperty("code").GetString()));
        Assert.DoesNotContain("Set-Cookie", again.Headers.Keys);
        Assert.Equal(200, (await MeAsync($"Cookie: {first.Headers["Set-Cookie"].Split(';')[0]}")).Status);
    }

    [Fact]
    public async Task TwoWhoOpenALinkAtOnceAreNotBothLetIn()
    {
        var code = await SignIn.CodeAsync(await house.Host.NewPersonAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignIn.OpenAsync(house.Host, code)));

        Assert.Single(answers, answer => answer.Status == 302);
        Assert.Equal(7, answers.Count(answer => answer.Status == 410));
    }

    [Fact]
    [Trait("Shows", "main-job:6")]
    public async Task AnExpiredLinkIsRefused()
    {
        var code = await SignIn.CodeAsync(await house.Host.NewPersonAsync());
        await house.Host.Database.ExecuteAsync("update accounts.login_links set expires_at = now() - interval '1 second'");

        Assert.Equal(410, (await SignIn.OpenAsync(house.Host, code)).Status);
    }

    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("{code}x")]
    [InlineData("{short}")]
    [InlineData("%00")]
    [InlineData("' or true --")]
    [InlineData("{upper}")]
    public async Task AGuessedOrTamperedLinkIsRefusedAndTheTrueOneStillWorks(string guess)
    {
        var code = await SignIn.CodeAsync(await house.Host.NewPersonAsync());
        var tampered = guess.Replace("{code}", code, StringComparison.Ordinal).Replace("{short}", code[..^1], StringComparison.Ordinal)
            .Replace("{upper}", code.ToUpperInvariant(), StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

        Assert.InRange((await SignIn.OpenAsync(house.Host, tampered)).Status, 400, 410);
        Assert.Equal(302, (await SignIn.OpenAsync(house.Host, code)).Status);
    }

    [Fact]
    [Trait("Shows", "main-job:6")]
    public async Task ATamperedCookieIsNone()
    {
        var cookie = await SignIn.CookieAsync(house.Host, await house.Host.NewPersonAsync());
        var middle = cookie.Length / 2;
        var other = cookie[middle] == 'A' ? 'B' : 'A';

        Assert.Equal(401, (await MeAsync($"Cookie: {cookie[..middle]}{other}{cookie[(middle + 1)..]}")).Status);
        Assert.Equal(401, (await MeAsync($"Cookie: {cookie[..middle]}")).Status);
        Assert.Equal(200, (await MeAsync($"Cookie: {cookie}")).Status);
    }

    [Fact]
    public async Task SigningOutTakesTheCookieAway()
    {
        var cookie = await SignIn.CookieAsync(house.Host, await house.Host.NewPersonAsync());

        var answer = await Wire.SendAsync(
            house.Host.Address, "POST /api/v1/auth/sign-out HTTP/1.1", [house.Polite[0], $"Cookie: {cookie}", "Content-Length: 0"]);

        Assert.Equal(204, answer.Status);
        Assert.StartsWith("tbos=;", answer.Headers["Set-Cookie"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Shows", "main-job:6")]
    public async Task OnlyTheWholeTokenIsTheToken()
    {
        var token = house.Host.OwnerToken;

        Assert.Equal(200, (await MeAsync($"Authorization: Bearer {token}")).Status);
        foreach (var wrong in (string[])[token[..^1], token + "x", token.ToLowerInvariant(), "", " ", new string('x', 20_000), $"{token} {token}", "\0"])
        {
            var answer = await MeAsync($"Authorization: Bearer {wrong}");
            Assert.InRange(answer.Status, 400, 431);
            Assert.DoesNotContain("zone", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(401, (await MeAsync($"Authorization: Basic {token}")).Status);
        Assert.Equal(401, (await MeAsync($"Authorization: Bearer {token}", $"Authorization: Bearer {token}")).Status);
        Assert.Equal(401, (await MeAsync($"Cookie: tbos={token}")).Status);
    }

    [Fact]
    [Trait("Shows", "main-job:6")]
    public void WhatOpensTheHouseCanBeReadByTheOwnerAlone()
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(house.Host.DataDirectory, "owner.token")));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(house.Host.DataDirectory, "keys")) & others);
    }

    [Theory]
    [InlineData("short", UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData("", UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData("0123456789012345678901234567890123456789012", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead)]
    public async Task ATokenThatIsTooShortOrThatOthersCouldReadIsMadeAnew(string token, UnixFileMode mode)
    {
        await using var other = new TestHost();
        other.Prepare = directory =>
        {
            File.WriteAllText(Path.Combine(directory, "owner.token"), token);
            File.SetUnixFileMode(Path.Combine(directory, "owner.token"), mode);
        };
        await other.InitializeAsync();

        Assert.NotEqual(token, other.OwnerToken);
        Assert.True(other.OwnerToken.Length >= 43);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(other.DataDirectory, "owner.token")));
    }

    private Task<WireAnswer> MeAsync(params string[] headers) => Wire.SendAsync(house.Host.Address, "GET /api/v1/me HTTP/1.1", [house.Polite[0], .. headers]);
}
