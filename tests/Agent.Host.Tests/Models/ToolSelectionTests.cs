using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Sharing;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>What the choice of tools saves of a request, and what it costs: measured over lines that real people could say.</summary>
public sealed class ToolSelectionTests(TestHost host, ITestOutputHelper output)
{
    /// <summary>docs/models.md tells both figures.</summary>
    [Fact]
    public void FewerBytesLeaveAndTheFunctionThatIsNeededIsThere()
    {
        var selection = host.Services.GetRequiredService<ToolSelection>();
        var all = RequestSize.Of([], host.Services.GetRequiredService<PlannerTools>().Offered);
        List<(double Share, bool There)> lines = [];
        foreach (var line in File.ReadLines(Path.Combine(Environment.GetEnvironmentVariable("TBOS_REPO")!, "tests", "Evals", "development.jsonl")).Where(line => line.Length > 0))
        {
            using var read = JsonDocument.Parse(line);
            var wanted = Functions(read.RootElement.GetProperty("expect")).ToList();
            var offered = selection.Of(read.RootElement.GetProperty("text").GetString()!, [], [], [], new HashSet<DataKind>());
            var names = offered.Select(tool => tool.Name).ToHashSet();
            lines.Add(((double)RequestSize.Of([], offered) / all, wanted.TrueForAll(names.Contains)));
        }

        var (share, there) = (lines.Average(line => line.Share), lines.Average(line => line.There ? 1.0 : 0));
        output.WriteLine($"{lines.Count} lines: {share:P1} of {all} bytes of tools; every needed function is offered at once in {there:P1}");
        Assert.InRange(share, 0, 0.33);
        Assert.InRange(there, 0.96, 1);
    }

    private static IEnumerable<string> Functions(JsonElement expect) =>
        (expect.TryGetProperty("any", out var any) ? any[0] : expect).GetProperty("calls").EnumerateArray()
            .Select(call => call.GetProperty("function").GetString()!.Replace('.', '_'));
}
