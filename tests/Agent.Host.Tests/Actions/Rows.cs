using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Notes;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>What the tests of the pipeline look at.</summary>
internal static class Rows
{
    /// <summary>The one call, but for the owner's decisions on it.</summary>
    public static Task<ActionRow> ActionAsync(this TestPerson person) =>
        person.SeeAsync(db => db.Actions.AsNoTracking().Where(row => !row.Function.StartsWith("actions.")).SingleAsync());

    public static Task<List<ActionRow>> ActionsAsync(this TestPerson person) =>
        person.SeeAsync(db => db.Actions.AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    public static Task<List<string>> NotesAsync(this TestPerson person) =>
        person.SeeAsync(db => db.Notes.OrderBy(note => note.Id).Select(note => note.Text).ToListAsync());

    /// <summary>Kinds of the logged transitions, in order.</summary>
    public static Task<List<string>> LogAsync(this TestPerson person) =>
        person.SeeAsync(db => db.Set<AssistantLog>().OrderBy(row => row.Seq).Select(row => row.Kind).ToListAsync());

    /// <summary>First place at which the log does not hold, or null.</summary>
    public static Task<long?> FirstFaultOfLogAsync(this TestPerson person) =>
        person.SeeAsync(db => db.Database.SqlQuery<long?>($"""select verify_log() as "Value" """).SingleAsync());

    public static async Task<int> WorkAsync(this TestPerson person) => await person.SeeAsync(
        db => db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from work where user_id = {person.Id}""").SingleAsync());
}
