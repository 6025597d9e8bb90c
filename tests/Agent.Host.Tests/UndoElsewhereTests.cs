using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests;

/// <summary>What was done elsewhere is taken back there.</summary>
public sealed class UndoElsewhereTests(TestHost host)
{
    [Fact]
    public async Task AnActElsewhereIsTakenBackByItsCompensation()
    {
        var person = await host.NewPersonAsync();
        var label = await person.CallAsync("probe.label", new { text = "undo me" });
        Assert.True(label.Undoable);
        Assert.True(host.World.Happened.ContainsKey(label.Id));

        var undone = await person.UndoAsync(label);

        Assert.Equal((Effect.Remote, ActionState.Done), (undone.Effect, undone.State));
        Assert.False(host.World.Happened.ContainsKey(label.Id));
        Assert.Equal(ActionState.Undone, await person.SeeAsync(async db => (await db.Actions.FindAsync(person.Id, label.Id))!.State));
        var again = await Assert.ThrowsAsync<ToolException>(() => person.UndoAsync(label));
        Assert.Equal(ErrorCode.Conflict, again.Code);
    }
}
