using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>A canary of each kind of data is in no request while its switch is off, and can be in one while it is on.</summary>
public sealed class CanaryTests(CanaryTests.Aviary models) : IClassFixture<CanaryTests.Aviary>
{
    /// <summary>Holds a canary; stands in for plugins that are still to come.</summary>
    public sealed class CanaryPlugin
    {
        /// <summary>Shows it.</summary>
        [KernelFunction("look")]
        [Effect(Effect.Read)]
        [Description("Shows what is there.")]
        public CanaryView Look([Description("What to look for.")] string kind) => new($"canary-of-{kind}");
    }

    /// <summary>The canary.</summary>
    public sealed record CanaryView(string Bird) : IView
    {
        /// <inheritdoc />
        public string InWords(Words words) => Bird;
    }

    /// <summary>A host with a plugin of each kind.</summary>
    public sealed class Aviary : ModelHost
    {
        protected override Dictionary<string, string?> Settings { get; } = new() { ["Gemini:Tier"] = "paid", ["Cost:DailyCap"] = "100000" };

        protected override void Configure(IServiceCollection services)
        {
            services.AddPlugin<CanaryPlugin>("gmail").AddPlugin<CanaryPlugin>("drive").AddPlugin<CanaryPlugin>("contacts");

            // In the place of the one that there is.
            services.Remove(services.First(service => service.ImplementationInstance is RegisteredPlugin { Kernel.Name: "memory" }));
            services.AddPlugin<CanaryPlugin>("memory");
        }
    }

    [Theory]
    [InlineData("mail", "gmail")]
    [InlineData("files", "drive")]
    [InlineData("contacts", "contacts")]
    [InlineData("memories", "memory")]
    [Trait("Shows", "gemini:5")]
    public async Task WhatAFunctionOfThatKindShowsStaysAtHome(string kind, string plugin)
    {
        foreach (var allowed in new[] { false, true })
        {
            var person = await models.Host.NewPersonAsync();
            await person.CallAsync("sharing.set_sharing", new { kind, allowed }, door: Doors.Web);
            var words = models.Gemini.Script(GeminiAnswer.Call(($"{plugin}.look", new { kind })), GeminiAnswer.Say("Visto."));
            await person.SayAsync($"{words} olha");
            var later = models.Gemini.Script(GeminiAnswer.Call(("actions.list_actions", new { })), GeminiAnswer.Say("Isso."));
            var turn = await person.SayAsync($"{later} e agora?");

            Assert.Equal(allowed, await person.SeeAsync(db => db.Actions.AnyAsync(row => row.Function == $"{plugin}.look" && row.State == ActionState.Done)));
            Assert.Contains("Isso.", turn.Text, StringComparison.Ordinal);
            var asked = models.Gemini.Asked(words).Concat(models.Gemini.Asked(later)).Select(request => request.Text).ToList();
            Assert.Equal(allowed, asked.Exists(text => text.Contains($"canary-of-{kind}", StringComparison.Ordinal)));
            Assert.Equal(allowed, models.Gemini.Asked(words)[1].Offered.Contains($"{plugin}_look"));
        }
    }

    [Fact]
    [Trait("Shows", "gemini:5")]
    public async Task HealthStaysAtHomeHoweverItIsReached()
    {
        foreach (var allowed in new[] { false, true })
        {
            var person = await models.Host.NewPersonAsync();
            await person.CallAsync("sharing.set_sharing", new { kind = "health", allowed }, door: Doors.Web);
            await person.CallAsync("health.check_in", new { energy = 3, note = "canary-of-health" });
            var said = await person.SayAsync("dormi 6h30, energia 2, humor 4, canary-of-words");
            Assert.Equal(allowed, models.Gemini.Asked("canary-of-words").Count > 0);
            if (!allowed)
            {
                Assert.Equal("offline", said.Planner);
            }

            var words = models.Gemini.Script(
                GeminiAnswer.Call(("assistant.today", new { })), GeminiAnswer.Call(("actions.list_actions", new { })), GeminiAnswer.Call(("health.list_check_ins", new { })),
                GeminiAnswer.Call(("actions.explain", new { })), GeminiAnswer.Call(("actions.explain", new { action = "check-in" }), ("actions.undo", new { action = "energia" })),
                GeminiAnswer.Say("Visto."));
            var turn = await person.SayAsync($"{words} como foi meu dia?");

            Assert.EndsWith("Visto.", turn.Text, StringComparison.Ordinal);
            var asked = string.Concat(models.Gemini.Asked(words).Select(request => request.Text));
            Assert.Equal(allowed, asked.Contains("canary-of-health", StringComparison.Ordinal));
            Assert.Equal(allowed, asked.Contains("canary-of-words", StringComparison.Ordinal));
            Assert.Equal(allowed, asked.Contains("health_check_in\"", StringComparison.Ordinal));
        }
    }
}
