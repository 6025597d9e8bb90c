using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>One-time links, as <c>./tbos link</c> makes them.</summary>
internal static class SignIn
{
    public static Task<string> CodeAsync(TestPerson person) =>
        person.InScopeAsync(services => services.GetRequiredService<LoginLinks>().NewAsync(person.Id, CancellationToken.None));

    public static Task<WireAnswer> OpenAsync(TestHost host, string code, params string[] headers) =>
        Wire.SendAsync(host.Address, $"GET {AccountEndpoints.LinkPath}/{code} HTTP/1.1", [$"Host: {host.Address.Authority}", .. headers]);

    /// <summary>A signed-in browser's cookie: <c>tbos=…</c>.</summary>
    public static async Task<string> CookieAsync(TestHost host, TestPerson person)
    {
        var answer = await OpenAsync(host, await CodeAsync(person));
        return answer.Headers["Set-Cookie"].Split(';')[0];
    }
}
