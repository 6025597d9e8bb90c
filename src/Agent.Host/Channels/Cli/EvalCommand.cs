using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Operations.Evals;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>What a planner would do with each line of a file: without any effect, without a database.</summary>
internal static class EvalCommand
{
    /// <summary>The exit code where there is no key: nothing was measured.</summary>
    public const int NotRun = 3;

    private const string Cure = "eval --planner offline|gemini --set FILE.jsonl [--out OUT.jsonl]";

    public static async Task<int> RunAsync(string[] args)
    {
        var (set, output, planner) = Read(args);
        if (planner == "offline")
        {
            using var offline = new EvalPlanner();
            await MeasureAsync(set, output, offline.Changes, offline.AskAsync);
            return 0;
        }

        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        KeptSettingsSource.AddTo(configuration);
        using var clients = new ModelClients(configuration);
        if (clients.Current is not { Provider: "gemini" } model)
        {
            Console.WriteLine("not run: no key");
            return NotRun;
        }

        using var reader = new EvalPlanner();
        await using var services = new ServiceCollection().AddPlugins().BuildServiceProvider();
        using var asked = new ModelEval(model, services.GetRequiredService<PluginCatalog>(), services.GetServices<RegisteredPlugin>(), new PriceList(configuration));
        await MeasureAsync(set, output, reader.Changes, line => asked.AskAsync(line, reader.Options(line)));
        Console.WriteLine(asked);
        return 0;
    }

    private static async Task MeasureAsync(string set, string? output, Func<string, bool> changes, Func<EvalCase, Task<EvalAnswer>> ask)
    {
        var began = Stopwatch.GetTimestamp();
        var report = new EvalReport(changes);
        var count = 0;
        await using (var writer = output is null ? null : new StreamWriter(output))
        {
            foreach (var line in EvalCase.Read(set))
            {
                var answer = await ask(line);
                report.Add(line, answer);
                count++;
                await (writer?.WriteLineAsync(JsonSerializer.Serialize(answer, WireJson.Options)) ?? Task.CompletedTask);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} lines in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s{(output is null ? "" : $" → {output}")}"));
        if (report.Count > 0)
        {
            Console.WriteLine(report);
        }
    }

    private static (string Set, string? Output, string Planner) Read(string[] args)
    {
        string? set = null, output = null;
        var planner = "offline";
        for (var place = 0; place < args.Length; place += 2)
        {
            var value = place + 1 < args.Length ? args[place + 1] : throw new InvalidOperationException(Cure);
            switch (args[place])
            {
                case "--set":
                    set = value;
                    break;
                case "--out":
                    output = value;
                    break;
                case "--planner" when value is "offline" or "gemini":
                    planner = value;
                    break;
                case "--planner":
                    throw new InvalidOperationException($"There are two planners to measure: offline and gemini. {Cure}");
                default:
                    throw new InvalidOperationException(Cure);
            }
        }

        return set is null ? throw new InvalidOperationException(Cure)
            : File.Exists(set) ? (set, output, planner) : throw new InvalidOperationException($"There is no file {set}. {Cure}");
    }
}
