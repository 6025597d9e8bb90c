using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>One thing that was looked at; with a cure where it is a fault.</summary>
internal sealed record Finding(string What, string? Cure = null);

/// <summary>Looks at all that the assistant needs, and names each fault with its cure.</summary>
internal sealed class Doctor(IServiceScopeFactory scopes, RoleCheck roles, Migrator migrator, DataDirectory directory, Owner people, LogVerifier log,
    ModelClients models, TelegramHealth telegram, TimeProvider clock)
{
    public async IAsyncEnumerable<Finding> ExamineAsync()
    {
        yield return Zones();
        yield return Directory();
        yield return Kept();
        yield return Model();
        if (await DatabaseAsync() is { Cure: not null } away)
        {
            yield return away;
            yield break;
        }

        yield return new Finding("the database answers");
        var pending = await migrator.PendingAsync(CancellationToken.None);
        yield return pending.Count == 0
            ? new Finding("the database is up to date")
            : new Finding($"{pending.Count} migration(s) are missing", "Run ./tbos run: it migrates.");
        if (pending.Count > 0)
        {
            yield break;
        }

        var faults = await roles.FaultsAsync(CancellationToken.None);
        yield return faults.Count == 0
            ? new Finding("row-level security binds the serving role")
            : new Finding(string.Join(' ', faults), "See the line above.");
        yield return await ClocksAsync();
        yield return await LogAsync();
        foreach (var finding in await telegram.ExamineAsync())
        {
            yield return finding;
        }
    }

    /// <summary>The owner's log holds, and still has the end that was kept outside the database.</summary>
    private async Task<Finding> LogAsync() =>
        (await log.VerifyAsync(await people.IdAsync(CancellationToken.None), CancellationToken.None)).Fault is { } fault
            ? new Finding($"the log of what was done does not hold at entry {fault.Seq}: {fault.What}", fault.Cure)
            : new Finding("the log of what was done holds");

    private static Finding Zones() => DateTimeZoneProviders.Tzdb.GetZoneOrNull("America/Sao_Paulo") is null
        ? new Finding("no time zone data", "Reinstall: the zone database comes with the program.")
        : new Finding($"time zone data {DateTimeZoneProviders.Tzdb.VersionId}");

    private Finding Directory()
    {
        try
        {
            directory.Replace("doctor", "");
            File.Delete(directory.PathOf("doctor"));
            return new Finding($"the data directory can be written: {directory.Root}");
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return new Finding($"the data directory cannot be written: {denied.Message}", $"Give yourself the right: chown -R \"$USER\" {directory.Root}");
        }
    }

    private Finding Kept()
    {
        try
        {
            return new KeptSettings(directory.Root).Unreadable() is { Count: > 0 } lost
                ? new Finding($"kept settings cannot be read any more: {string.Join(", ", lost.Select(SettingNames.InEnvironment))}", "Their keys were lost. Set each again: ./tbos set KEY")
                : new Finding("the kept settings can be read");
        }
        catch (InvalidOperationException broken)
        {
            return new Finding("the kept settings cannot be read", broken.Message);
        }
    }

    private Finding Model() => models.WrongAddress is { } wrong
        ? new Finding($"{wrong} is no address, so no model is asked", $"Set one that begins with http:// or https://: ./tbos set {wrong}")
        : new Finding(models.Current is { } model ? $"a model is set up: {model.Provider} {model.Model}" : "no model is set up: the offline planner decides");

    private async Task<Finding> DatabaseAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.OpenConnectionAsync();
            return new Finding("");
        }
        catch (NpgsqlException away)
        {
            return new Finding($"the database does not answer: {away.Message}", "Start it with ./tbos run, or check ConnectionStrings__Default.");
        }
    }

    private async Task<Finding> ClocksAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var there = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database
            .SqlQuery<DateTimeOffset>($"""select clock_timestamp() as "Value" """).SingleAsync();
        var apart = (there - clock.GetUtcNow()).Duration();
        return apart < TimeSpan.FromSeconds(30) || clock is FixedClock
            ? new Finding("the clocks of machine and database agree")
            : new Finding($"the clocks of machine and database are {apart.TotalSeconds:0} s apart", "Set both clocks: timedatectl set-ntp true.");
    }
}
