using TbPersonalOs.Benchmarks;

var (names, json) = (args.Where(arg => !arg.StartsWith('-')).ToList(), Array.IndexOf(args, "--json"));
if (json >= 0)
{
    if (json + 1 >= args.Length)
    {
        return Usage();
    }

    names.Remove(args[json + 1]);
}

Dictionary<string, Func<Report, Task>> benches = new()
{
    ["turn"] = TurnBench.RunAsync,
    ["model"] = ModelBench.RunAsync,
    ["webhook"] = WebhookBench.RunAsync,
    ["lists"] = ListsBench.RunAsync,
    ["start"] = StartBench.RunAsync,
    ["parse"] = ParseBench.RunAsync,
};
if (names.Exists(name => !benches.ContainsKey(name)) || Array.Exists(args, arg => arg.StartsWith('-') && arg != "--json"))
{
    return Usage();
}

var report = new Report();
Machine.Describe(report);
foreach (var name in names.Count > 0 ? names : [.. benches.Keys])
{
    report.Begin(name);
    await benches[name](report);
    report.End();
}

if (json >= 0)
{
    await report.SaveAsync(args[json + 1]);
}

return report.Conclude();

static int Usage()
{
    Console.Error.WriteLine("""
        ./tbos bench [turn] [model] [webhook] [lists] [start] [parse] [--json FILE]     all of them unless named
        turn     a message with one write through POST /api/v1/turns, at 1 and at 16 conversations, beside the fixed floor
        model    the same message decided by a fake Gemini: our share of it beside the floor, and how soon a sentence leaves
        webhook  a message that Telegram posts: until it is acknowledged, and until the reply is sent
        lists    a list over 1,000 tasks and 1,000 notes of one person
        start    from process start to /readyz, and resident memory
        parse    what understanding one sentence costs the offline planner, warm and in a fresh process
        """);
    return 2;
}
