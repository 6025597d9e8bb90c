using System.Net;
using System.Net.Http.Json;
using NodaTime;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Channels.Web;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>Who has no chat is told on the page, with the same buttons.</summary>
public sealed class UnaskedTests(JobsHost own) : IClassFixture<JobsHost>
{
    [Fact]
    public async Task AReminderThatIsDueStandsOnThePageUntilItIsTickedOff()
    {
        var (person, browser, reminder) = await ToldAsync();
        using var _ = browser;
        var told = Assert.Single(await UnaskedAsync(browser));
        Assert.Equal((OutboxKind.Reminder, "⏰ remédio · 14:00"), (told.Kind, told.Text));
        Assert.Equal(new ToldReminderView(reminder, "remédio", true), Assert.Single(told.Reminders));

        await person.CallAsync("reminders.complete_reminder", new { reminder = reminder.ToString() });

        Assert.False(Assert.Single(Assert.Single(await UnaskedAsync(browser)).Reminders).Open);
    }

    [Theory]
    [InlineData("ten_minutes", "14:12")]
    [InlineData("evening", "20:00")]
    public async Task AButtonPutsItOffOnceHoweverOftenItIsPressed(string to, string until)
    {
        var (person, browser, reminder) = await ToldAsync();
        using var _ = browser;
        await own.Host.RingAsync(person, Ringing.At("2026-11-23T14:02"));

        var first = await PutOffAsync(browser, reminder, to, "k1");
        var again = await PutOffAsync(browser, reminder, to, "k1");

        Assert.Equal(first.Id, again.Id);
        Assert.Contains(until, first.Text, StringComparison.Ordinal);
        Assert.False(Assert.Single(Assert.Single(await UnaskedAsync(browser)).Reminders).Open);
    }

    [Fact]
    public async Task WhatWasNeverToldOrIsAnothersIsNotPutOff()
    {
        var (_, browser, reminder) = await ToldAsync();
        using var _ = browser;
        var bia = await own.NewPersonAsync();
        using var others = await bia.BrowserAsync();
        var mine = await bia.RemindAsync("dentista", "2026-11-24T09:00");

        Assert.Empty(await UnaskedAsync(others));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(others, reminder));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(others, mine));
    }

    private async Task<(TestPerson Person, HttpClient Browser, Guid Reminder)> ToldAsync()
    {
        own.Host.Clock.Now = TestHost.Monday;
        var person = await own.NewPersonAsync();
        var reminder = await person.RemindAsync("remédio", "2026-11-23T14:00");
        await own.Host.RingAsync(person, Ringing.At("2026-11-23T14:00"));
        return (person, await person.BrowserAsync(), reminder);
    }

    private static async Task<List<UnaskedView>> UnaskedAsync(HttpClient browser) => (await browser.GetFromJsonAsync<List<UnaskedView>>("/api/v1/unasked", WireJson.Options))!;

    private static async Task<ReceiptView> PutOffAsync(HttpClient browser, Guid reminder, string to, string key)
    {
        using var answer = await AskAsync(browser, reminder, to, key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReceiptView>(WireJson.Options))!;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, Guid reminder)
    {
        using var answer = await AskAsync(browser, reminder, "hour", Guid.NewGuid().ToString());
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient browser, Guid reminder, string to, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reminders/{reminder}/put-off") { Content = JsonContent.Create(new { to }) };
        request.Headers.Add("Idempotency-Key", key);
        return await browser.SendAsync(request);
    }
}
