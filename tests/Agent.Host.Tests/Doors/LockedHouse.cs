using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>
/// A host of its own, as it is in production and with a page: its tests run one after another, so that a whole database can be compared
/// before and after.
/// </summary>
public sealed class LockedHouse : IAsyncLifetime
{
    private readonly string _pages = Directory.CreateTempSubdirectory("tbos-pages-").FullName;

    public LockedHouse()
    {
        Host = new TestHost { EnvironmentName = "Production", WithProbe = false };
        Host.Settings["Web:Root"] = Path.Combine(_pages, "dist");
        foreach (var setting in (string[])["User", "UserId", "User:Id", "CurrentUser", "CurrentUser:Id", "Owner", "Owner:Id"])
        {
            Host.Settings[setting] = Nobody.ToString();
        }
    }

    public static Guid Nobody { get; } = Guid.Parse("01939393-0000-7000-8000-000000000000");

    public TestHost Host { get; }

    /// <summary>The headers of a well-mannered program of the owner.</summary>
    public string[] Polite => [$"Host: {Host.Address.Authority}", $"Authorization: Bearer {Host.OwnerToken}"];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_pages, "dist", "assets"));
        await File.WriteAllTextAsync(Path.Combine(_pages, "dist", "index.html"), "<!doctype html><title>page</title>");
        await File.WriteAllTextAsync(Path.Combine(_pages, "dist", "assets", "app.js"), "export {}");
        await File.WriteAllTextAsync(Path.Combine(_pages, "secret.txt"), "secret");
        await Host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_pages, true);
    }
}

[CollectionDefinition(Name)]
public sealed class LockedHouseTests : ICollectionFixture<LockedHouse>
{
    public const string Name = "locked house";
}
