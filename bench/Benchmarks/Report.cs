using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Benchmarks;

/// <summary>What the benches found: lines for a person, the same figures as JSON, and a verdict for each target.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject _all = new() { ["at"] = DateTimeOffset.UtcNow.ToString("s", CultureInfo.InvariantCulture) };
    private JsonObject _bench;
    private string _name = "machine";
    private int _failed;

    public Report() => _bench = _all;

    /// <summary>One bench begins.</summary>
    public void Begin(string name)
    {
        (_name, _bench) = (name, []);
        _all[name] = _bench;
        Console.WriteLine($"\n== {name}");
        Note("loadBefore", Machine.Load());
    }

    /// <summary>It has ended.</summary>
    public void End() => Note("loadAfter", Machine.Load());

    /// <summary>Something that the figures depend on.</summary>
    public void Note(string name, string value)
    {
        _bench[name] = value;
        Console.WriteLine($"   {name,-14} {value}");
    }

    /// <summary>A line for people alone.</summary>
    public static void Line(string text) => Console.WriteLine($"   {text}");

    /// <summary>A figure for the JSON.</summary>
    public void Figure(string name, JsonNode? value) => _bench[name] = value;

    /// <summary>How a target was met.</summary>
    public void Target(string what, double value, double limit, string unit, bool atLeast = false)
    {
        var met = atLeast ? value >= limit : value <= limit;
        _failed += met ? 0 : 1;
        (_bench["targets"] ??= new JsonArray()).AsArray().Add(new JsonObject { ["what"] = what, ["value"] = Math.Round(value, 3), ["limit"] = limit, ["unit"] = unit, ["met"] = met });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(met ? "PASS" : "FAIL")}  {_name}: {what}: {value:0.##} {unit} ({(atLeast ? "at least" : "at most")} {limit:0.##})"));
    }

    /// <summary>Writes all figures to a file.</summary>
    public Task SaveAsync(string file) => File.WriteAllTextAsync(file, _all.ToJsonString(Readable) + "\n");

    /// <summary>The exit code.</summary>
    public int Conclude()
    {
        Console.WriteLine(_failed == 0 ? "\nEvery target is met." : $"\n{_failed} targets are missed.");
        return _failed == 0 ? 0 : 1;
    }
}
