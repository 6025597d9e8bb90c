using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Permissions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Injection;

/// <summary>A host whose planner obeys everybody, with the policy of the house or one that lacks the rule about others' words.</summary>
public class InjectedHost : IAsyncLifetime
{
    /// <summary>Whom the owner allowed to be written to without asking.</summary>
    public const string Friend = "ana@example.com";

    /// <summary>The planner.</summary>
    public ObeyingPlanner Planner { get; } = new();

    /// <summary>What others wrote.</summary>
    public Outside Outside { get; } = new();

    /// <summary>The host.</summary>
    public TestHost Host { get; }

    internal virtual IReadOnlyList<PolicyRow> Policy => Agent.Host.Actions.Policy.Rows;

    /// <summary>Makes it.</summary>
    public InjectedHost() => Host = new TestHost
    {
        Configure = services => services
            .Replace(ServiceDescriptor.Singleton<IChatClient>(Planner)).Replace(ServiceDescriptor.Singleton(new Policy(Policy)))
            .AddSingleton(Outside).AddPlugin<OutsidePlugin>("outside"),
    };

    /// <inheritdoc />
    public ValueTask InitializeAsync() => Host.InitializeAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host.DisposeAsync();
    }

    /// <summary>A person who has such a text, and how it is looked at.</summary>
    public async Task<(TestPerson Person, (string Function, object Arguments) Look)> ReceivesAsync(HostileText hostile, string mark)
    {
        var person = await Host.NewPersonAsync();
        await person.CallAsync("notes.save_note", new { text = "a minha nota", title = mark });
        await person.SeeAsync(db =>
        {
            db.StandingPermissions.Add(new StandingPermission { Function = "probe.mail", Recipient = Friend });
            return db.SaveChangesAsync();
        });
        switch (hostile.Kind)
        {
            case "event":
                await person.CallAsync("calendar.create_event", new { title = hostile.Text(mark), start = "2026-11-24T15:00" });
                await LabelAsync(person, "events");
                return (person, ("calendar.list_events", new { }));
            case "note":
                await person.CallAsync("notes.save_note", new { text = hostile.Text(mark) });
                await LabelAsync(person, "notes");
                return (person, ("notes.search_notes", new { query = "" + mark }));
            default:
                Outside.Write(mark, hostile.Text(mark));
                return (person, ("outside.read", new { kind = hostile.Kind, reference = mark }));
        }
    }

    private Task LabelAsync(TestPerson person, string table) =>
        Host.Database.ExecuteAsync($"select set_config('app.user_id', '{person.Id}', false); update {table} set origin = 'untrusted:test:{table}'");
}

/// <summary>The same without the rule about others' words: the control.</summary>
public sealed class UnlabelledHost : InjectedHost
{
    internal override IReadOnlyList<PolicyRow> Policy => [.. Agent.Host.Actions.Policy.Rows.Where(row => row.Name != "steers later turns in others' words")];
}
