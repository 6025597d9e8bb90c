using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>Who is not the owner on this machine gets nothing and changes nothing.</summary>
[Collection(LockedHouseTests.Name)]
public sealed class LockedDoorTests(LockedHouse house)
{
    private const string Wish = """{"title":"from elsewhere"}""";

    [Fact]
    [Trait("Shows", "main-job:6")]
    public async Task WithoutCookieOrTokenEveryRouteButHealthIsLocked()
    {
        var before = await Snapshot.TakeAsync(house.Host.Database);
        var routes = Routes().ToList();
        Assert.True(routes.Count > 20, $"Only {routes.Count} routes were found.");

        var open = new List<string>();
        foreach (var (method, path) in routes)
        {
            var answer = await SendAsync($"{method} {path} HTTP/1.1", [$"Host: {house.Host.Address.Authority}"], method == "GET" ? null : Wish);
            if (answer.Status != 401)
            {
                open.Add($"{path} {answer.Status}");
            }
        }

        Assert.Equal(["/api/v1/auth/link/guess 410", "/healthz 200", "/readyz 200"], open.Order(StringComparer.Ordinal));
        Assert.Equal(before, await Snapshot.TakeAsync(house.Host.Database));
    }

    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("Host: evil.example")]
    [InlineData("Host: evil.example:{port}")]
    [InlineData("Host: 127.0.0.1")]
    [InlineData("Host: 127.0.0.1:1")]
    [InlineData("Host: 127.0.0.1:{port}.evil.example")]
    [InlineData("Host: localhost.evil.example:{port}")]
    [InlineData("Host: evil.example@127.0.0.1:{port}")]
    [InlineData("Host: 0.0.0.0:{port}")]
    [InlineData("Host: ")]
    [InlineData("Accept: */*")]
    [InlineData("Host: 127.0.0.1:{port}\r\nHost: evil.example")]
    [InlineData("{host}\r\nOrigin: http://evil.example")]
    [InlineData("{host}\r\nOrigin: null")]
    [InlineData("{host}\r\nOrigin: ")]
    [InlineData("{host}\r\nOrigin: http://127.0.0.1:1")]
    [InlineData("{host}\r\nOrigin: https://127.0.0.1:{port}")]
    [InlineData("{host}\r\nOrigin: http://127.0.0.1:{port}\r\nOrigin: http://evil.example")]
    [InlineData("{host}\r\nOrigin: http://evil.example\r\nOrigin: http://evil.example")]
    [InlineData("{host}\r\nSec-Fetch-Site: cross-site")]
    [InlineData("{host}\r\nSec-Fetch-Site: same-site")]
    [InlineData("{host}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Site: cross-site")]
    [InlineData("{host}\r\nSec-Fetch-Site: same-origin, cross-site")]
    [InlineData("{host}\r\nX-Forwarded-For: 127.0.0.1")]
    [InlineData("{host}\r\nx-forwarded-host: 127.0.0.1")]
    [InlineData("{host}\r\nX-Forwarded-Anything: x")]
    [InlineData("{host}\r\nForwarded: for=127.0.0.1")]
    public async Task ARequestFromElsewhereIsRefusedEvenWithTheToken(string headers)
    {
        headers = headers.Replace("{host}", $"Host: {house.Host.Address.Authority}", StringComparison.Ordinal)
            .Replace("{port}", $"{house.Host.Address.Port}", StringComparison.Ordinal);
        await RefusedAsync("POST /plugins/tasks/create_task HTTP/1.1", [.. headers.Split("\r\n"), house.Polite[1], "Content-Type: application/json"], Wish);
    }

    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("Content-Type: text/plain")]
    [InlineData("Content-Type: text/plain; application/json")]
    [InlineData("Content-Type: application/x-www-form-urlencoded")]
    [InlineData("Content-Type: multipart/form-data; boundary=x")]
    [InlineData("Content-Type: application/jsonp")]
    [InlineData("Content-Type: application/json, text/plain")]
    [InlineData("Content-Type: text/plain\r\nContent-Type: application/json")]
    [InlineData("Accept: */*")]
    public async Task ABodyThatIsNotJsonIsRefused(string type)
    {
        await RefusedAsync("POST /plugins/tasks/create_task HTTP/1.1", [.. house.Polite, .. type.Split("\r\n")], Wish);
        await RefusedAsync("POST /api/v1/turns HTTP/1.1", [.. house.Polite, .. type.Split("\r\n")], """{"text":"cria a tarefa x"}""");
    }

    [Fact]
    [Trait("Shows", "main-job:6")]
    public async Task ABodyInChunksWithoutATypeIsRefused()
    {
        var before = await Snapshot.TakeAsync(house.Host.Database);

        var answer = await Wire.SendAsync(
            house.Host.Address, "POST /plugins/tasks/create_task HTTP/1.1", [.. house.Polite, "Transfer-Encoding: chunked"],
            Encoding.ASCII.GetBytes($"{Wish.Length:x}\r\n{Wish}\r\n0\r\n\r\n"));

        Assert.Equal(415, answer.Status);
        Assert.Equal(before, await Snapshot.TakeAsync(house.Host.Database));
    }

    [Fact]
    [Trait("Shows", "main-job:6")]
    public async Task AFormOfAForeignPageIsRefusedWithTheCookieToo()
    {
        var owner = await house.Host.OwnerAsync();
        var cookie = await SignIn.CookieAsync(house.Host, owner);

        await RefusedAsync(
            "POST /api/v1/turns HTTP/1.1",
            [house.Polite[0], $"Cookie: {cookie}", "Origin: http://evil.example", "Content-Type: text/plain"], """{"text":"cria a tarefa x"}""");
    }

    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("GET http://evil.example/api/v1/me HTTP/1.1")]
    [InlineData("GET /api/v1/me HTTP/1.0")]
    [InlineData("TRACE /api/v1/me HTTP/1.1")]
    [InlineData("OPTIONS * HTTP/1.1")]
    [InlineData("CONNECT evil.example:80 HTTP/1.1")]
    [InlineData("GET /api/v1/me?token={token} HTTP/1.1")]
    [InlineData("GET /healthz/../api/v1/me HTTP/1.1")]
    [InlineData("GET /healthz;/api/v1/me HTTP/1.1")]
    [InlineData("GET /HEALTHZ HTTP/1.1")]
    [InlineData("GET /api/v1/auth/link/../../me HTTP/1.1")]
    [InlineData("GET /api/v1/auth/link/..%2f..%2fme HTTP/1.1")]
    [InlineData("GET /%61pi/v1/me HTTP/1.1")]
    [InlineData("GET //api/v1/me HTTP/1.1")]
    [InlineData("GET /assets/../api/v1/me HTTP/1.1")]
    public async Task NoWayOfWritingAPathOpensIt(string requestLine)
    {
        var line = requestLine.Replace("{token}", house.Host.OwnerToken, StringComparison.Ordinal);

        var answer = await Wire.SendAsync(house.Host.Address, line, line.EndsWith("1.0", StringComparison.Ordinal) ? [] : [house.Polite[0]]);

        Assert.InRange(answer.Status, 400, 499);
        Assert.DoesNotContain("zone", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Shows", "main-job:6")]
    [InlineData("X-User")]
    [InlineData("X-User-Id")]
    [InlineData("User")]
    [InlineData("From")]
    [InlineData("?user=")]
    [InlineData("?userId=")]
    [InlineData("?user_id=")]
    [InlineData("?person=")]
    public async Task NoHeaderAndNoQuerySelectsAUser(string what)
    {
        var (ana, bia) = (await house.Host.NewPersonAsync(), await house.Host.NewPersonAsync());
        var cookie = await SignIn.CookieAsync(house.Host, ana);
        var query = what.StartsWith('?') ? $"{what}{bia.Id}" : "";
        string[] headers = [house.Polite[0], $"Cookie: {cookie}; user={bia.Id}; user_id={bia.Id}", what.StartsWith('?') ? "X-Nothing: x" : $"{what}: {bia.Id}"];

        var made = await SendAsync($"POST /plugins/tasks/create_task{query} HTTP/1.1", headers, """{"title":"mine"}""");
        var listed = await SendAsync($"GET /api/v1/tasks{query} HTTP/1.1", headers, null);

        Assert.Equal(200, made.Status);
        Assert.Contains("mine", listed.Body, StringComparison.Ordinal);
        Assert.Equal(1, await ana.SeeAsync(db => db.Tasks.CountAsync()));
        Assert.Equal(0, await bia.SeeAsync(db => db.Tasks.CountAsync()));
    }

    private Task<WireAnswer> SendAsync(string requestLine, IEnumerable<string> headers, string? body) => body is null
        ? Wire.SendAsync(house.Host.Address, requestLine, headers)
        : Wire.SendAsync(
            house.Host.Address, requestLine, [.. headers, .. Typed(headers), $"Content-Length: {Encoding.UTF8.GetByteCount(body)}"], Encoding.UTF8.GetBytes(body));

    private static string[] Typed(IEnumerable<string> headers) =>
        headers.Any(header => header.StartsWith("Accept", StringComparison.Ordinal) || header.StartsWith("Content-Type", StringComparison.Ordinal))
            ? [] : ["Content-Type: application/json"];

    private async Task RefusedAsync(string requestLine, IEnumerable<string> headers, string body)
    {
        var owner = (await house.Host.OwnerAsync()).Id;
        var before = await Snapshot.TakeAsync(house.Host.Database, owner, alone: true);

        var answer = await SendAsync(requestLine, headers, body);

        Assert.InRange(answer.Status, 400, 499);
        Assert.Equal(before, await Snapshot.TakeAsync(house.Host.Database, owner, alone: true));
    }

    private IEnumerable<(string Method, string Path)> Routes() =>
        from endpoint in house.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        from method in methods
        where method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE"
        select (method, "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "id" } => Guid.CreateVersion7().ToString(),
            RoutePatternParameterPart { Name: "plugin" } => "tasks",
            RoutePatternParameterPart { Name: "function" } => "create_task",
            RoutePatternParameterPart { Name: "documentName" } => "v1",
            _ => "guess",
        })))));
}
