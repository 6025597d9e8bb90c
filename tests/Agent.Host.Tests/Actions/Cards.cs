using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>What the tests of cards do at the page.</summary>
internal static class Cards
{
    public static async Task<List<ApprovalView>> CardsAsync(this HttpClient browser) =>
        (await browser.GetFromJsonAsync<List<ApprovalView>>("/api/v1/approvals", WireJson.Options))!;

    public static async Task<ApprovalView> CardAsync(this HttpClient browser, Guid id) =>
        (await browser.GetFromJsonAsync<ApprovalView>($"/api/v1/approvals/{id}", WireJson.Options))!;

    public static Task<HttpResponseMessage> DecideAsync(this HttpClient browser, ApprovalView card, string decision) =>
        browser.PostAsJsonAsync($"/api/v1/approvals/{card.Id}/decision", new { decision, hash = card.Hash });

    public static Task<HttpResponseMessage> AskAgainAsync(this HttpClient browser, ApprovalView card) =>
        browser.PostAsJsonAsync($"/api/v1/approvals/{card.Id}/again", new { hash = card.Hash });

    /// <summary>The turn that a decision began, once it has ended.</summary>
    public static async Task<TurnView> TurnAsync(this TestPerson person, HttpResponseMessage decided)
    {
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        var turn = (await decided.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("turnId").GetGuid();
        return (await Eventually.SeeAsync(
            () => person.InScopeAsync(services => services.GetRequiredService<StoredTurns>().FindAsync(turn, CancellationToken.None)),
            found => found is { State: not TurnState.Running }))!;
    }

    /// <summary>The time of every open card is over; the sweep has not come by.</summary>
    public static Task<int> RunOutAsync(this TestPerson person) => person.SeeAsync(db => db.Approvals.Where(row => row.State == ApprovalState.Open)
        .ExecuteUpdateAsync(row => row.SetProperty(stored => stored.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));
}
