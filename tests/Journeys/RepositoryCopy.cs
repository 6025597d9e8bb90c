using System.Diagnostics;

namespace TbPersonalOs.Journeys;

/// <summary>A copy of the repository as it stands, without what was built, under a git of its own; gone when disposed.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private RepositoryCopy(string folder) => Folder = folder;

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>What its programs are told beside what this process was.</summary>
    public Dictionary<string, string?> Environment { get; } = new()
    {
        // What is built there is its own, and nothing that it starts stays.
        ["ArtifactsPath"] = null,
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_NOLOGO"] = "1",
        // What runs once is not worth profiling: a fifth of the time.
        ["DOTNET_TieredPGO"] = "0",
    };

    public static async Task<RepositoryCopy> NewAsync()
    {
        var repository = System.Environment.GetEnvironmentVariable("TBOS_REPO")
            ?? throw new InvalidOperationException("TBOS_REPO is not set: run ./tbos test, or eval \"$(./tbos env)\".");
        var copy = new RepositoryCopy(Directory.CreateTempSubdirectory("tbos-copy-").FullName);
        var files = await RunAsync(repository, copy.Environment, "git ls-files --cached --others --exclude-standard -z");
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(repository, file))))
        {
            var there = copy.PathOf(file);
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            File.Copy(Path.Combine(repository, file), there);
        }

        await copy.RunAsync("git init -q && git add -A && git -c user.name=t -c user.email=t@example.org commit -qm 'As it was'");
        return copy;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Runs a line of a shell in the copy. Returns what it said; a line that fails fails the test with all that it said.</summary>
    public Task<string> RunAsync(string line) => RunAsync(Folder, Environment, line);

    public void Dispose() => Directory.Delete(Folder, true);

    private static async Task<string> RunAsync(string folder, Dictionary<string, string?> environment, string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runner of this test may itself have been started by a build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(true);
            }
        }

        Assert.True(process.ExitCode == 0, $"{line}\n{await said}\n{await complained}");
        return await said;
    }
}
