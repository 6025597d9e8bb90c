using System.Net;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>The page and its files: behind the same door, and nothing beside them.</summary>
[Collection(LockedHouseTests.Name)]
public sealed class PagesTests(LockedHouse house)
{
    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/assets/app.js")]
    [InlineData("/chat")]
    [InlineData("/nothing.png")]
    public async Task FilesNeedTheCookieToo(string path)
    {
        var answer = await GetAsync(path, []);

        Assert.Equal((401, "denied"), (answer.Status, answer.Json.GetProperty("code").GetString()));
        Assert.DoesNotContain("page", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("pt-BR", "Você não está conectado", "<html lang=\"pt-BR\">")]
    [InlineData("en-GB,en;q=0.9", "You are not signed in", "<html lang=\"en\">")]
    [InlineData("", "Você não está conectado", "<html lang=\"pt-BR\">")]
    public async Task ABrowserThatIsNotSignedInGetsAPageOfWords(string language, string words, string html)
    {
        var answer = await GetAsync("/", ["Accept: text/html,application/xhtml+xml", .. language.Length == 0 ? Array.Empty<string>() : [$"Accept-Language: {language}"]]);

        Assert.Equal((401, "text/html; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Contains(words, WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
        Assert.Contains(html, answer.Body, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASignedInBrowserGetsThePageAtEveryPathOfIts()
    {
        var cookie = await CookieAsync();

        Assert.All(
            [await GetAsync("/", cookie), await GetAsync("/chat", cookie), await GetAsync("/index.html", cookie)],
            answer => Assert.Equal((200, "<!doctype html><title>page</title>"), (answer.Status, answer.Body)));
        Assert.Equal("no-cache", (await GetAsync("/chat", cookie)).Headers["Cache-Control"]);
        Assert.Contains("private", (await GetAsync("/assets/app.js", cookie)).Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /api/v1/nothing HTTP/1.1", 404)]
    [InlineData("GET /plugins/tasks/create_task HTTP/1.1", 405)]
    [InlineData("GET /openapi/v2.json HTTP/1.1", 404)]
    [InlineData("GET /nothing.png HTTP/1.1", 404)]
    [InlineData("POST /api/v1/nothing HTTP/1.1", 404)]
    [InlineData("DELETE /api/v1/tasks HTTP/1.1", 405)]
    [InlineData("GET /api/v1/turns/not-an-id HTTP/1.1", 404)]
    [InlineData("GET /api/v1/tasks?page=x HTTP/1.1", 400)]
    [InlineData("GET /api/v1/tasks?status=x HTTP/1.1", 400)]
    [InlineData("GET /api/v1/tasks?from=ontem HTTP/1.1", 400)]
    public async Task WhatIsNotThereIsSaidInWordsAndNotAnsweredWithThePage(string requestLine, int status)
    {
        var answer = await Wire.SendAsync(house.Host.Address, requestLine, [house.Polite[0], .. await CookieAsync(), "Content-Length: 0"]);

        Assert.Equal(status, answer.Status);
        Assert.False(string.IsNullOrWhiteSpace(answer.Json.GetProperty("detail").GetString()));
        Assert.NotEmpty(answer.Json.GetProperty("code").GetString()!);
    }

    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("/../secret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/assets/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/....//secret.txt")]
    [InlineData("//etc/passwd")]
    [InlineData("/%00secret.txt")]
    public async Task NoPathLeadsOutOfTheFolder(string path)
    {
        var answer = await GetAsync(path, await CookieAsync());

        Assert.DoesNotContain("secret", answer.Body.Replace("secret.txt", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
        Assert.True(answer.Status is >= 400 and <= 404 || answer.Body == "<!doctype html><title>page</title>", $"{answer.Status} {answer.Body}");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/me")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/tasks?from=ontem")]
    [InlineData("/healthz")]
    [InlineData("/assets/app.js")]
    public async Task EveryAnswerTellsTheBrowserToTrustNothingFromElsewhere(string path)
    {
        foreach (var headers in (string[][])[await CookieAsync(), []])
        {
            var answer = await GetAsync(path, headers);

            var policy = answer.Headers["Content-Security-Policy"];
            Assert.All(
                (string[])["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"],
                part => Assert.Contains(part, policy, StringComparison.Ordinal));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.Equal("same-origin", answer.Headers["Cross-Origin-Resource-Policy"]);
            Assert.Equal("same-origin", answer.Headers["Cross-Origin-Opener-Policy"]);
            Assert.DoesNotContain("Server", answer.Headers.Keys);
            Assert.DoesNotContain("Access-Control-Allow-Origin", answer.Headers.Keys);
        }
    }

    [Fact]
    public async Task WhatIsPersonalIsNotKeptByTheBrowser()
    {
        var answer = await GetAsync("/api/v1/today", await CookieAsync());

        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    private async Task<string[]> CookieAsync() => [$"Cookie: {await SignIn.CookieAsync(house.Host, await house.Host.NewPersonAsync())}"];

    private Task<WireAnswer> GetAsync(string path, IEnumerable<string> headers) =>
        Wire.SendAsync(house.Host.Address, $"GET {path} HTTP/1.1", [house.Polite[0], .. headers]);
}
