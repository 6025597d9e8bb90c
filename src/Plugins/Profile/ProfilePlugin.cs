using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using NodaTime;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Goals;
using TbPersonalOs.Data.Profiles;

namespace TbPersonalOs.Plugins.Profile;

/// <summary>Which goals a list shows.</summary>
public enum GoalFilter
{
    /// <summary>Those still to reach.</summary>
    Open,

    /// <summary>Those reached.</summary>
    Done,

    /// <summary>Both.</summary>
    All,
}

/// <summary>Who the person is and what they want to reach.</summary>
[Topics(
    "meta", "objetivo", "goal", "meu nome", "me cham", "my name", "call me", "fuso", "zone", "trabalh", "expediente", "work", "perfil", "profile",
    "mudei", "moved")]
public sealed class ProfilePlugin
{
    private const int MostGoals = 100;
    private static readonly Texts Text = new(typeof(ProfilePlugin));

    /// <summary>Shows the profile.</summary>
    [KernelFunction("get_profile")]
    [Effect(Effect.Read)]
    [Description("Shows what is known of the person: name, language, zone, working hours, and what they told about themselves.")]
    public async Task<ProfileView> GetProfile(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        CancellationToken cancellationToken = default) =>
        ProfileView.Of(await db.Profiles.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? person.Profile);

    /// <summary>Changes the profile.</summary>
    [KernelFunction("update_profile")]
    [Effect(Effect.Write, Lasting = true)]
    [Description("Changes what is known of the person: only what is given. When they move to another zone, everything still to come keeps its wall time.")]
    public async Task<ProfileView> UpdateProfile(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("How the person wants to be called.")] string? name = null,
        [Description("Where they live: an IANA zone such as America/Sao_Paulo, or a city.")] string? zone = null,
        [Description("pt-BR or en.")] string? language = null,
        [Description("Start of the working hours, HH:mm.")] string? workStart = null,
        [Description("End of the working hours, HH:mm.")] string? workEnd = null,
        [Description("What to know about the person, in their words; replaces what was there.")] string? about = null,
        CancellationToken cancellationToken = default)
    {
        if ((name, zone, language, workStart, workEnd, about) == (null, null, null, null, null, null))
        {
            throw new ToolException(ErrorCode.Invalid, Text["NothingToChange"]) { Parameter = "name" };
        }

        var profile = await db.ChangeProfileAsync(person, action, cancellationToken);
        var (start, end) = (HourOf(workStart, "workStart") ?? profile.WorkStart, HourOf(workEnd, "workEnd") ?? profile.WorkEnd);
        if (end <= start)
        {
            throw new ToolException(ErrorCode.Invalid, Text["WorkEndsFirst"]) { Parameter = "workEnd" };
        }

        var newZone = zone is null ? profile.Zone : Zones.Read(zone);
        profile.Language = language is null ? profile.Language : Languages.Read(language);
        profile.Name = name is null ? profile.Name : Checks.Optional(name, "name", 100);
        profile.About = about is null ? profile.About : Checks.Optional(about, "about", 4_000);
        (profile.WorkStart, profile.WorkEnd) = (start, end);
        if (newZone != profile.Zone)
        {
            profile.Zone = newZone;
            await ZoneMove.MoveAsync(db, DateTimeZoneProviders.Tzdb[newZone], person.Now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ProfileView.Of(profile, changed: true);
    }

    /// <summary>Sets a goal.</summary>
    [KernelFunction("set_goal")]
    [Effect(Effect.Write, Lasting = true)]
    [Description("Writes down something that the person wants to reach in the long run. For a single thing to do, use tasks.")]
    public async Task<GoalView> SetGoal(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("The goal in the person's own words.")] string title,
        [Description("How it will be known to be reached, such as a number.")] string? target = null,
        [Description("Until when.")] Moment? due = null,
        CancellationToken cancellationToken = default)
    {
        var goal = new Goal
        {
            Title = Checks.Required(title, "title"),
            Target = Checks.Optional(target, "target", 500),
            Due = due?.In(person.Zone),
            Origin = action.Origin,
        };
        db.Goals.Add(goal);
        await db.SaveChangesAsync(cancellationToken);
        return GoalView.Of(goal, GoalChange.Set);
    }

    /// <summary>Lists goals.</summary>
    [KernelFunction("list_goals")]
    [Effect(Effect.Read)]
    [Description("Lists what the person wants to reach.")]
    public async Task<GoalListView> ListGoals(
        [FromKernelServices] AppDbContext db,
        [Description("open (default), done or all.")] GoalFilter status = GoalFilter.Open,
        CancellationToken cancellationToken = default)
    {
        var goals = await db.Goals.AsNoTracking()
            .Where(goal => status == GoalFilter.All || goal.CompletedAt == null == (status == GoalFilter.Open))
            .OrderBy(goal => goal.Due == null).ThenBy(goal => goal.Due!.Local).ThenByDescending(goal => goal.CreatedAt)
            .Take(MostGoals).ToListAsync(cancellationToken);
        return new GoalListView([.. goals.Select(goal => GoalView.Of(goal))]);
    }

    /// <summary>Marks a goal as reached.</summary>
    [KernelFunction("complete_goal")]
    [Effect(Effect.Write)]
    [Description("Marks a goal as reached.")]
    public async Task<GoalView> CompleteGoal(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which goal: its id, or words of its title.")] string goal,
        CancellationToken cancellationToken = default)
    {
        var goals = await db.Goals.OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        var open = goals.FindAll(row => row.CompletedAt is null);
        var found = WordMatch.Find(open.Exists(row => WordMatch.Has(row.Title, goal)) ? open : goals, goal, "goal", row => row.Id, row => row.Title);
        found.CompletedAt ??= person.Now.ToDateTimeOffset();
        await db.SaveChangesAsync(cancellationToken);
        return GoalView.Of(found, GoalChange.Completed);
    }

    private static TimeOnly? HourOf(string? text, string parameter) => text is null ? null : Checks.Hour(text, parameter);
}
