using TbPersonalOs.Counters;

/// <summary>
/// Called by the runtime before a program's own Main where DOTNET_STARTUP_HOOKS names this assembly: so the benches look into the very
/// host that people run, and the host knows nothing of them.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("TBOS_BENCH_COUNTERS") is { Length: > 0 } socket)
        {
            _ = CounterSocket.ServeAsync(socket);
        }

        if (Environment.GetEnvironmentVariable("TBOS_BENCH_FIRST_PARSE") is { Length: > 0 } said)
        {
            FirstParse.RunAndExit(said);
        }
    }
}
