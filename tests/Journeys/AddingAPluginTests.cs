using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Journeys;

/// <summary>docs/adding-a-plugin.md, followed word by word in a copy of the repository.</summary>
public sealed class AddingAPluginTests
{
    // ./tbos does the same and more: it also brings a database and compiles for speed.
    private const string Build = "dotnet build src/Agent.Host --disable-build-servers -nodeReuse:false -v quiet";
    private const string Test = "dotnet test --disable-build-servers -nodeReuse:false";
    private const string Host = "dotnet artifacts/bin/Agent.Host/debug/TbPersonalOs.Agent.Host.dll";

    [Fact]
    [Trait("Shows", "main-job:9")]
    public async Task ThePageMakesAPluginThatWorksAndTouchesOnlyWhatItNames()
    {
        await using var database = await TestDatabase.NewAsync(migrated: false);
        using var copy = await RepositoryCopy.NewAsync();
        copy.Environment["ConnectionStrings__Default"] = database.Owner;
        copy.Environment["Data__Directory"] = copy.PathOf(".data");
        var blocks = Page.Blocks(await File.ReadAllTextAsync(copy.PathOf("docs/adding-a-plugin.md")));
        var (commands, asked) = CommandsOf(blocks);

        foreach (var block in blocks.Where(block => block.File is not null))
        {
            await WriteAsync(copy, block);
        }

        foreach (var command in commands)
        {
            await copy.RunAsync(command);
        }

        await copy.RunAsync(Build);
        await copy.RunAsync($"{Host} migrate");
        var told = new List<(string Function, string State, string Words, long Plants)>();
        foreach (var ask in asked)
        {
            var receipt = await AskAsync(copy, ask);
            told.Add(((string)receipt["function"]!, (string)receipt["state"]!, ((string)receipt["text"]!).Split('·')[0].TrimEnd(), await PlantsAsync(database)));
        }

        Assert.Equal(
            [
                ("plants.water_plant", "done", "Planta regada: Ficus", 1),
                ("plants.list_plants", "done", "Plantas, as mais secas primeiro:\n• Ficus", 1),
                ("actions.undo", "done", "Desfeito: Planta regada: Ficus", 0),
            ],
            told);
        if (Environment.GetEnvironmentVariable("TBOS_LONG") is { Length: > 0 })
        {
            // The house's rules for every plugin and every table hold for this one too.
            await copy.RunAsync($"{Test} tests/Plugins.Tests && {Test} tests/Data.Tests");
        }

        await AssertTouchesOnlyAsync(copy, [.. blocks.Single(block => block.Language == "text").Lines]);
    }

    /// <summary>What is typed: commands that change the copy, and what is said to the assistant in the end.</summary>
    private static (List<string> Commands, List<string> Asked) CommandsOf(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.Where(block => block.Language == "sh").SelectMany(block => block.Lines).ToList();
        var asked = lines.FindAll(line => line.StartsWith("./tbos ask ", StringComparison.Ordinal));
        Assert.NotEmpty(asked);
        return (lines.FindAll(line => !line.StartsWith("./tbos ", StringComparison.Ordinal)), asked);
    }

    private static async Task WriteAsync(RepositoryCopy copy, Block block)
    {
        var path = copy.PathOf(block.File!);
        var text = block.Language == "diff" ? Page.Apply(await File.ReadAllTextAsync(path), block) : block.Text;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
    }

    private static async Task<JsonNode> AskAsync(RepositoryCopy copy, string line)
    {
        var answer = await copy.RunAsync(line.Replace("./tbos", Host, StringComparison.Ordinal) + " --json");
        return Assert.Single(JsonNode.Parse(answer)!["receipts"]!.AsArray())!;
    }

    private static async Task<long> PlantsAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner);
        await using var count = source.CreateCommand("""
            with owner as materialized (select set_config('app.user_id', id::text, false) from accounts.users where is_owner)
            select (select count(*) from plants where user_id = app_user_id() and name = 'Ficus') from owner
            """);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>Every change is named by one line of the page, and every line names one.</summary>
    private static async Task AssertTouchesOnlyAsync(RepositoryCopy copy, List<string> named)
    {
        var changed = (await copy.RunAsync("git status --short --untracked-files=all")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(changed, change => Assert.Single(named, name => FileSystemName.MatchesSimpleExpression(Escaped(name), change, false)));
        Assert.Equal(named.Count, changed.Length);
    }

    /// <summary>In git's "??" a question mark is one.</summary>
    private static string Escaped(string name) => name.Replace("?", "\\?", StringComparison.Ordinal);
}
