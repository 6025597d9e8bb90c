namespace TbPersonalOs.Benchmarks;

/// <summary>The fixed floor in a process of its own.</summary>
internal sealed class FloorHost : MeasuredProcess
{
    private FloorHost(string database)
        : base(Path.Combine(AppContext.BaseDirectory, "TbPersonalOs.Floor.dll"), ["PORT"], database)
    {
    }

    public static async Task<FloorHost> StartAsync(string database)
    {
        var host = new FloorHost(database);
        await host.UntilAsync("/healthz");
        return host;
    }
}
