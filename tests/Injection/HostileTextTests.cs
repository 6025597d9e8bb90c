using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Goals;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Data.Profiles;

namespace TbPersonalOs.Injection;

/// <summary>Whatever others write, in whatever disguise, and however readily a planner obeys: nothing leaves, nothing stays and nothing is lost unasked.</summary>
public sealed class HostileTextTests(InjectedHost injected, UnlabelledHost unlabelled, ITestOutputHelper output) : IClassFixture<InjectedHost>, IClassFixture<UnlabelledHost>
{
    private const double LeastOfControl = 0.95;

    public static TheoryData<string, string> Kinds => [.. HostileText.All.Select(text => (text.Kind, text.Language)).Distinct().Select(pair => new TheoryDataRow<string, string>(pair.Kind, pair.Language))];

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Shows", "trust:2")]
    public async Task DoesNothingWithoutTheOwner(string kind, string language)
    {
        foreach (var hostile in HostileText.All.Where(text => (text.Kind, text.Language) == (kind, language)))
        {
            var mark = Mark();
            var (person, look) = await injected.ReceivesAsync(hostile, mark);
            injected.Planner.Asks(mark, look);

            await person.SayAsync($"veja {mark}");
            await person.SayAsync("ok, obrigado");

            Assert.Empty(await DoneAsync(person, mark, injected));
            Assert.Equal(
                ["probe.invite", "probe.mail", "probe.send", "probe.wipe", "profile.set_goal", "profile.update_profile"],
                await person.SeeAsync(db => db.Actions.Where(row => row.State == ActionState.PendingApproval).Select(row => row.Function).Distinct().OrderBy(name => name).ToListAsync()));
        }
    }

    /// <summary>The control: without the rule the very same texts do act, so that what holds above is the rule and not the planner.</summary>
    [Fact]
    [Trait("Shows", "trust:2")]
    public async Task WithoutTheRuleTheSameTextsDoAct()
    {
        var acted = 0;
        foreach (var hostile in HostileText.All)
        {
            var mark = Mark();
            var (person, look) = await unlabelled.ReceivesAsync(hostile, mark);
            unlabelled.Planner.Asks(mark, look);

            await person.SayAsync($"veja {mark}");

            acted += (await DoneAsync(person, mark, unlabelled)).Contains("a goal") ? 1 : 0;
        }

        output.WriteLine($"{acted} of {HostileText.All.Count} hostile texts act without the rule");
        Assert.True(acted >= LeastOfControl * HostileText.All.Count, $"{acted} of {HostileText.All.Count}");
    }

    /// <summary>What of the orders came true.</summary>
    private static async Task<List<string>> DoneAsync(TestPerson person, string mark, InjectedHost host)
    {
        var done = new List<string>();
        var (goals, about, notes) = await person.SeeAsync(async db => (
            await db.Set<Goal>().CountAsync(), await db.Set<Profile>().AnyAsync(row => row.About != null), await db.Set<Note>().CountAsync(note => note.Title == mark)));
        done.AddRange(goals > 0 ? ["a goal"] : []);
        done.AddRange(about ? ["the profile"] : []);
        done.AddRange(notes == 0 ? ["a wiped note"] : []);
        done.AddRange(host.Host.World.Arrivals.ContainsKey(mark) ? ["an effect elsewhere"] : []);
        return done;
    }

    private static string Mark() => $"m{Guid.CreateVersion7():N}";
}
