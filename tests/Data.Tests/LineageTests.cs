namespace TbPersonalOs.Data.Tests;

/// <summary>Whatever holds a person's words says from what they come, so that forgetting finds it.</summary>
public sealed class LineageTests
{
    [Fact]
    public void EveryTableWithWordsSaysFromWhatTheyDerive()
    {
        var registered = Lineage.Records.Values.Select(table => table.Name).Concat(Lineage.Derived.Select(table => table.Name)).Concat(Lineage.OnlyWithEverything.Keys);

        Assert.Empty(WordsRegistry.Words.Keys.Select(column => column.Split('.')[1]).Distinct().Except(registered));
        Assert.All(Lineage.OnlyWithEverything.Values, reason => Assert.True(reason.Length > 20));
    }

    [Fact]
    public void ARowThatStaysLosesEveryWordAndWhatWordsCouldBeGuessedFrom()
    {
        var actions = Assert.Single(Lineage.Derived, table => table.Name == "actions");
        var outbox = Assert.Single(Lineage.Derived, table => table.Name == "outbox_messages");

        Assert.Equal(["arguments = '{}'", "arguments_hash = ''", "result = null", "text = null"], actions.Emptied.Order(StringComparer.Ordinal));
        Assert.Equal(["text = ''"], outbox.Emptied);
    }

    [Fact]
    public void WhatPointsToAnotherTableGoesBeforeIt()
    {
        var order = Lineage.PersonalTables.ToList();

        Assert.True(order.IndexOf("turn_answers") < order.IndexOf("turns"));
        Assert.True(order.IndexOf("turns") < order.IndexOf("conversations"));
        Assert.True(order.IndexOf("approvals") < order.IndexOf("actions"));
    }
}
