using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TbPersonalOs.Agent.Host.Operations.Evals;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>What a planner would do with each line of a file: without any effect, without a database.</summary>
internal static class EvalCommand
{
    private const string Cure = "eval --planner offline --set FILE.jsonl [--out OUT.jsonl]";

    public static async Task<int> RunAsync(string[] args)
    {
        var (set, output) = Read(args);
        var began = Stopwatch.GetTimestamp();
        using var planner = new EvalPlanner();
        var report = new EvalReport(planner.Changes);
        var count = 0;
        await using (var writer = output is null ? null : new StreamWriter(output))
        {
            foreach (var line in EvalCase.Read(set))
            {
                var answer = await planner.AskAsync(line);
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

        return 0;
    }

    private static (string Set, string? Output) Read(string[] args)
    {
        string? set = null, output = null;
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
                case "--planner" when value == "offline":
                    break;
                case "--planner":
                    throw new InvalidOperationException($"There is one planner to measure: offline. {Cure}");
                default:
                    throw new InvalidOperationException(Cure);
            }
        }

        return set is null ? throw new InvalidOperationException(Cure)
            : File.Exists(set) ? (set, output) : throw new InvalidOperationException($"There is no file {set}. {Cure}");
    }
}
