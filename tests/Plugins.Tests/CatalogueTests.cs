using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace TbPersonalOs.Plugins.Tests;

public sealed partial class CatalogueTests
{
    /// <summary>Names and parameters that other agents, tests and habits depend on: only added to.</summary>
    private const string Promised = """
        actions.allow_always(approval,hash?)
        actions.approve(approval?,hash?)
        actions.ask_again(approval?,hash?)
        actions.explain(action?)
        actions.list_actions(page?)
        actions.list_permissions(page?)
        actions.reject(approval?,hash?)
        actions.revoke_permission(permission)
        actions.undo(action?)
        assistant.allow_spending()
        assistant.cost()
        assistant.help()
        assistant.new_conversation()
        assistant.set_language(language)
        assistant.set_morning_brief(at)
        assistant.set_quiet_hours(from,to)
        assistant.status()
        assistant.today(date?)
        calendar.cancel_event(event)
        calendar.create_event(title,start,end?,minutes?,location?)
        calendar.find_free_time(minutes?,from?,to?)
        calendar.list_events(from?,to?,text?,page?)
        calendar.update_event(event,title?,start?,end?,minutes?,location?)
        health.check_in(date?,sleepHours?,energy?,mood?,exerciseMinutes?,waterLitres?,weightKg?,note?)
        health.list_check_ins(from?,to?,page?)
        inbox.capture(text)
        inbox.list_inbox(page?)
        inbox.process_inbox_item(item,into,due?)
        memory.forget(item?,kind?)
        notes.delete_note(note)
        notes.save_note(text,title?)
        notes.search_notes(query?,page?)
        notes.update_note(note,text?,title?,append?)
        profile.complete_goal(goal)
        profile.get_profile()
        profile.list_goals(status?)
        profile.set_goal(title,target?,due?)
        profile.update_profile(name?,zone?,language?,workStart?,workEnd?,about?)
        reminders.cancel_reminder(reminder)
        reminders.complete_reminder(reminder)
        reminders.list_reminders(from?,to?,status?,page?)
        reminders.set_reminder(text,at,repeat?,untilDone?)
        reminders.snooze_reminder(reminder,until)
        tasks.complete_task(task)
        tasks.create_task(title,due?,priority?,notes?)
        tasks.delete_task(task)
        tasks.list_tasks(from?,to?,status?,text?,page?)
        tasks.update_task(task,title?,due?,clearDue?,priority?,notes?)
        """;

    private static readonly PluginCatalog Catalogue = new ServiceCollection().AddPlugins().BuildServiceProvider().GetRequiredService<PluginCatalog>();

    internal static IReadOnlyList<string> Functions => [.. Catalogue.Functions.Select(function => function.FullName)];

    public static TheoryData<string> Names => new(Functions);

    [Fact]
    public void KeepsEveryPromisedNameAndParameter() => Assert.Superset(
        Promised.Split('\n', StringSplitOptions.TrimEntries).ToHashSet(),
        Catalogue.Functions.Select(Signature).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryFunctionIsDeclaredWhole(string name)
    {
        var function = Function(name);
        Assert.Matches(PluginName(), function.Kernel.PluginName!);
        Assert.Matches(FunctionName(), function.Kernel.Name);
        Assert.True($"{function.Kernel.PluginName}_{function.Kernel.Name}".Length <= 64);
        Assert.EndsWith(".", function.Kernel.Description, StringComparison.Ordinal);
        Assert.All(function.Kernel.Metadata.Parameters, parameter => Assert.NotEmpty(parameter.Description));
        Assert.True(typeof(IView).IsAssignableFrom(Returned(function)), $"{name} returns no view.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NamesSayTheEffect(string name)
    {
        var function = Function(name);
        var looks = LookingVerb().IsMatch(function.Kernel.Name);
        Assert.Equal(looks ? Effect.Read : function.Kernel.Name == "forget" ? Effect.Erase : Effect.Write, function.Effect.Effect);
    }

    [Fact]
    public void TheHashFollowsTheCatalogue()
    {
        Assert.Matches("^[0-9a-f]{64}$", Catalogue.Hash);
        var less = new ServiceCollection().AddPlugin<TbPersonalOs.Plugins.Tasks.TasksPlugin>("tasks").AddSingleton<PluginCatalog>()
            .BuildServiceProvider().GetRequiredService<PluginCatalog>();
        Assert.NotEqual(Catalogue.Hash, less.Hash);
    }

    private static CatalogFunction Function(string name) => Catalogue.Functions.Single(function => function.FullName == name);

    private static string Signature(CatalogFunction function) =>
        $"{function.FullName}({string.Join(',', function.Kernel.Metadata.Parameters.Select(parameter => parameter.Name + (parameter.IsRequired ? "" : "?")))})";

    private static Type Returned(CatalogFunction function)
    {
        var type = function.Kernel.UnderlyingMethod!.ReturnType;
        return type.IsGenericType ? type.GetGenericArguments()[0] : type;
    }

    [GeneratedRegex("^[a-z]+$")]
    private static partial Regex PluginName();

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex FunctionName();

    [GeneratedRegex("^(list_|search_|find_|get_|explain$|today$|status$|cost$|help$)")]
    private static partial Regex LookingVerb();
}
