using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Plugins;
using Xunit;

namespace TbPersonalOs.Common;

/// <summary>
/// The whole assistant on a real database and a real port: one an assembly. Tests take a fresh person each, so that they run side by side.
/// Use as <c>[assembly: AssemblyFixture(typeof(TestHost))]</c> and take it in the constructor.
/// </summary>
public sealed class TestHost : IAsyncLifetime
{
    /// <summary>Monday morning in São Paulo: where the assistant's clock stands unless a test moves a person's own.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-3));

    private TestDatabase? _database;
    private WebApplication? _app;
    private string _directory = "";

    /// <summary>Settings of a host of a test's own; set before it starts.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>More of the connection string of a host of a test's own.</summary>
    public string Connection { get; set; } = "";

    /// <summary>The last word on the services of a host of a test's own.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <summary>What a test puts into the data directory before the host starts.</summary>
    public Action<string>? Prepare { get; set; }

    /// <summary>What a test does with the database and the data directory before the host starts.</summary>
    public Func<Task>? BeforeStart { get; set; }

    /// <summary>The environment in which it runs.</summary>
    public string EnvironmentName { get; init; } = "Development";

    /// <summary>Whether the test plugin stands in the catalogue.</summary>
    public bool WithProbe { get; init; } = true;

    /// <summary>The clock of people's time. Shared by all tests of the assembly: move it only in a host of your own.</summary>
    public ManualClock Clock { get; } = new(Monday);

    /// <summary>The database.</summary>
    public TestDatabase Database => _database ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>The services.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where the port for webhooks listens; none unless the settings ask for one.</summary>
    public Uri? WebhookAddress { get; private set; }

    /// <summary>The owner's token.</summary>
    public string OwnerToken => File.ReadAllText(Path.Combine(_directory, "owner.token")).Trim();

    /// <summary>The data directory.</summary>
    public string DataDirectory => _directory;

    /// <summary>What the test plugin's world saw.</summary>
    public OutsideWorld World => Services.GetRequiredService<OutsideWorld>();

    private WebApplication App => _app ?? throw new InvalidOperationException("The host has not started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        // Tests check words: the machine's own zone must not change them.
        Environment.SetEnvironmentVariable("TZ", "America/Sao_Paulo");
        TimeZoneInfo.ClearCachedData();
        _database = await TestDatabase.NewAsync();
        _directory = Directory.CreateTempSubdirectory("tbos-test-").FullName;
        Prepare?.Invoke(_directory);
        await (BeforeStart?.Invoke() ?? Task.CompletedTask);
        await StartAsync();
    }

    /// <summary>Stops, and starts again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
            Directory.Delete(_directory, true);
        }
    }

    /// <summary>A person who did not exist before.</summary>
    public async Task<TestPerson> NewPersonAsync()
    {
        var id = Guid.CreateVersion7();
        await Database.ExecuteAsync("insert into accounts.users (id, is_owner) values ($1, false)", id);
        return new TestPerson(this, id);
    }

    /// <summary>The owner of this installation: for what only the owner's token can reach.</summary>
    public async Task<TestPerson> OwnerAsync() => new(this, await Services.GetRequiredService<Owner>().IdAsync(CancellationToken.None));

    private async Task StartAsync()
    {
        _app = Build();
        _app.Services.GetRequiredService<Owner>().EnsureToken();
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (Address, WebhookAddress) = (new Uri(addresses[0]), addresses.Count > 1 ? new Uri(addresses[1]) : null);
    }

    private async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = EnvironmentName });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Default"] = $"{Database.Owner};{Connection}",
            ["Data:Directory"] = _directory,
            // Rung by the tests themselves, at their own time.
            ["Jobs:Enabled"] = "false",
        }).AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<OutsideWorld>();
        if (WithProbe)
        {
            builder.Services.AddPlugin<ProbePlugin>("probe");
        }

        return WebHost.Build(builder, port: 0, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
            Configure?.Invoke(services);
        });
    }
}
