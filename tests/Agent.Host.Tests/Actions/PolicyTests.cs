using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>What is for the owner's hand is for nobody else.</summary>
public sealed class PolicyTests(ScriptedHost scripted)
{
    [Theory]
    [InlineData(Doors.OpenApi)]
    [InlineData(Doors.Mcp)]
    public async Task AnAgentIsDeniedWhatIsForTheOwnersHand(Doors door)
    {
        var person = await scripted.NewPersonAsync();

        var error = await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("probe.by_hand", new { text = "x" }, door: door));

        Assert.Equal(ErrorCode.Denied, error.Code);
        Assert.Equal(ActionState.Refused, (await person.ActionAsync()).State);
        Assert.Equal(["refused"], await person.LogAsync());
    }

    [Theory]
    [InlineData(Doors.Web)]
    [InlineData(Doors.Command)]
    public async Task TheOwnersOwnHandMay(Doors door)
    {
        var person = await scripted.NewPersonAsync();

        Assert.Equal(ActionState.Done, (await person.CallAsync("probe.by_hand", new { text = "x" }, door: door)).State);
    }

    [Fact]
    public async Task APlannerIsNotOfferedItAndCannotCallIt()
    {
        var person = await scripted.NewPersonAsync();
        IReadOnlyList<string> offered = [];

        await person.SayAsync(scripted.Planner.Script(asked =>
        {
            offered = asked.Offered;
            return Task.FromResult(asked.Round == 0 ? Call("probe.by_hand", new { text = "x" }) : Say("fim"));
        }));

        Assert.Contains("probe_label", offered);
        Assert.DoesNotContain("probe_by_hand", offered);
        Assert.DoesNotContain(await person.ActionsAsync(), action => action.State == ActionState.Done);
    }
}
