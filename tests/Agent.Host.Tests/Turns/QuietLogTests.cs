using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TbPersonalOs.Common;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>What is logged for us tells nothing that the person said.</summary>
public sealed class QuietLogTests
{
    [Fact]
    public async Task NoLineHoldsThePersonsWords()
    {
        var planner = new ScriptedPlanner();
        var lines = new Lines();
        var host = ScriptedHost.With(planner, services => services.AddLogging(logging => logging.AddProvider(lines).SetMinimumLevel(LogLevel.Information)));
        await host.InitializeAsync();
        try
        {
            var person = await host.NewPersonAsync();
            const string Secret = "terapia";
            var words = planner.Script(
                Calls(
                    ("notes.save_note", new { text = Secret }), ("tasks.complete_task", new { task = Secret }),
                    ("probe.stumble", new { text = Secret }), ("probe.label", new { text = $"break-before {Secret}" })),
                Say(Secret));
            await person.SayAsync($"{words} {Secret}");
            await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("tasks.complete_task", new { task = Secret }));

            Assert.NotEmpty(lines.Written);
            Assert.DoesNotContain(lines.Written, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
