using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Offline.Tests;

/// <summary>A function that no rule knows is called by its own name.</summary>
public sealed class DirectCallTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("/plants water_plant name=Ficus", """plants_water_plant{"name":"Ficus"}""")]
    [InlineData("/plants water_plant Ficus da sala", """plants_water_plant{"name":"Ficus da sala"}""")]
    [InlineData("/plants water_plant name=Ficus da sala litres=0,5 twice=sim", """plants_water_plant{"name":"Ficus da sala","litres":0.5,"twice":true}""")]
    [InlineData("/Plants@tbos Water_Plant NAME=\"a = b\" rooms=[\"sala\"]", """plants_water_plant{"name":"a = b","rooms":["sala"]}""")]
    [InlineData("""/plants water_plant {"name":"Ficus","litres":2}""", """plants_water_plant{"name":"Ficus","litres":2}""")]
    [InlineData("/plants water_plant name=Ficus litres=much", """plants_water_plant{"name":"Ficus","litres":"much"}""")]
    [InlineData("/plants water_plant colour=red", """plants_water_plant{"colour":"red"}""")]
    [InlineData("/plants list_plants", "plants_list_plants{}")]
    [InlineData("/plants.water_plant Ficus", """plants_water_plant{"name":"Ficus"}""")]
    public void IsCalledWithItsArgumentsInTheirTypes(string said, string call) => Assert.Equal(call, Calls(Ask(said)));

    [Theory]
    [InlineData("/plants water_plant {\"name\":", "/plants water_plant name=… litres=… twice=… rooms=…")]
    [InlineData("/plants list_plants all of them", "/plants list_plants")]
    [InlineData("/plants eat_plant name=Ficus", "/plants")]
    public void WhatCannotBeReadIsSaidAndNothingIsCalled(string said, string named)
    {
        var answer = Ask(said);
        Assert.Empty(Calls(answer));
        Assert.Contains(named, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ACommandThatIsNoFunctionStaysWhatItWas() =>
        Assert.Equal("""tasks_list_tasks{"from":"2026-11-23","to":"2026-11-23"}""", new Talk().Say("/tarefas hoje").Calls);

    [Fact]
    public void AQuestionThatWasOpenIsLeft()
    {
        var talk = new Talk().Say("marca uma reunião");
        Assert.NotEmpty(talk.Question);
        Assert.Equal("""inbox_capture{"text":"comprar pão"}""", talk.Say("/inbox capture text=comprar pão").Calls);
    }

    private static ChatResponse Ask(string said)
    {
        var options = Talk.Options();
        options.Tools = [AIFunctionFactory.Create(Water, "plants_water_plant"), AIFunctionFactory.Create(() => "", "plants_list_plants")];
        return new OfflinePlanner().GetResponseAsync([new ChatMessage(ChatRole.User, said)], options, TestContext.Current.CancellationToken).Result;
    }

    private static string Calls(ChatResponse answer) => string.Join('\n', answer.Messages.SelectMany(message => message.Contents)
        .OfType<FunctionCallContent>().Select(call => call.Name + JsonSerializer.Serialize(call.Arguments, Relaxed)));

    private static string Water([Description("Which.")] string name, decimal? litres = null, bool twice = false, string[]? rooms = null) =>
        $"{name} {litres} {twice} {rooms?.Length}";
}
