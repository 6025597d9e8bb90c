using System.Text.RegularExpressions;
using TbPersonalOs.Common;

namespace TbPersonalOs.Plugins.Tests.Assistant;

/// <summary>What help offers is understood when it is said.</summary>
public sealed partial class HelpTests(TestHost host)
{
    [Theory]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public async Task EveryExampleIsUnderstood(string language)
    {
        var reader = await host.NewPersonAsync();
        await reader.CallAsync("assistant.set_language", new { language });
        var examples = Example().Matches(await reader.TextAsync("assistant.help")).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(examples);

        var missed = new List<string>();
        foreach (var example in examples)
        {
            var person = await FurnishedAsync(language);
            var turn = await person.SayAsync(example);
            if (turn.Receipts.Count == 0 || turn.Question is not null)
            {
                missed.Add($"{example} → {turn.Reply}");
            }
        }

        Assert.Empty(missed);
    }

    private async Task<TestPerson> FurnishedAsync(string language)
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("assistant.set_language", new { language });
        await person.CallAsync("calendar.create_event", new { title = language == "en" ? "meeting" : "reunião", start = "2026-11-26T14:00" });
        await person.SayAsync(language == "en" ? "I need to finish the report" : "preciso terminar o relatório");
        return person;
    }

    [GeneratedRegex("“([^”]+)”")]
    private static partial Regex Example();
}
