using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;

[assembly: AssemblyFixture(typeof(TbPersonalOs.Agent.Host.Tests.ScriptedHost))]

namespace TbPersonalOs.Agent.Host.Tests;

/// <summary>A host whose planner plays what a test wrote; one an assembly.</summary>
public sealed class ScriptedHost : IAsyncLifetime
{
    public ScriptedHost() => Host = With(Planner);

    public ScriptedPlanner Planner { get; } = new();

    public TestHost Host { get; }

    public OutsideWorld World => Host.World;

    public Task<TestPerson> NewPersonAsync() => Host.NewPersonAsync();

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Another host with that planner; <paramref name="configure"/> may change it further.</summary>
    public static TestHost With(ScriptedPlanner planner, Action<IServiceCollection>? configure = null) => new()
    {
        Configure = services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IChatClient>(planner));
            configure?.Invoke(services);
        },
    };

    /// <summary>For a host that does not look for others' work.</summary>
    internal static void WithoutSweep(IServiceCollection services) => services.Remove(services.Single(
        service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is Func<IServiceProvider, WorkSweep>));
}
