using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Tasks;

/// <summary>Which tasks a list shows.</summary>
public enum TaskFilter
{
    /// <summary>Those still to do.</summary>
    Open,

    /// <summary>Those done.</summary>
    Done,

    /// <summary>Both.</summary>
    All,
}

/// <summary>What the person has to do.</summary>
[Topics(
    "taref", "fazer", "preciso", "tenho que", "tenho de", "compr", "pag", "lig", "mand", "entreg", "termin", "conclu", "pendente", "pendencia",
    "atras", "prazo", "prioridade", "feito", "ja fiz", "task", "to do", "todo", "need to", "have to", "got to", "buy", "pay", "call", "send", "finish",
    "done", "due", "overdue", "deadline", "priority")]
public sealed class TasksPlugin
{
    private static readonly Texts Text = new(typeof(TasksPlugin));

    /// <summary>Makes a task.</summary>
    [KernelFunction("create_task")]
    [Effect(Effect.Write)]
    [Description("Writes down something that the person has to do. For something they only want to be told at a moment, use reminders.")]
    public async Task<TaskView> CreateTask(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("What is to be done, in the person's own words, without the time.")] string title,
        [Description("When it is due: a day, or a wall time.")] Moment? due = null,
        [Description("How much it matters; leave it out unless the person says so.")] Priority? priority = null,
        [Description("Anything more that the person said about it.")] string? notes = null,
        CancellationToken cancellationToken = default)
    {
        var task = new TaskItem
        {
            Title = Checks.Required(title, "title"),
            Due = due?.In(person.Zone),
            Priority = priority ?? Priority.Medium,
            Notes = Checks.Optional(notes, "notes"),
            Origin = action.Origin,
        };
        db.Tasks.Add(task);
        await db.SaveChangesAsync(cancellationToken);
        return TaskView.Of(task, person, TaskChange.Created);
    }

    /// <summary>Lists tasks, those due first first.</summary>
    [KernelFunction("list_tasks")]
    [Effect(Effect.Read)]
    [Description("Lists tasks. With a last day it shows what is due until then, overdue ones included when the range begins today.")]
    public async Task<TaskListView> ListTasks(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("First day.")] Moment? from = null,
        [Description("Last day, inclusive.")] Moment? to = null,
        [Description("open (default), done or all.")] TaskFilter status = TaskFilter.Open,
        [Description("Words that the title must have.")] string? text = null,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var query = db.Tasks.AsNoTracking();
        query = status switch
        {
            TaskFilter.Open => query.Where(task => task.CompletedAt == null),
            TaskFilter.Done => query.Where(task => task.CompletedAt != null),
            _ => query,
        };
        if (to is { } last)
        {
            var end = last.Date.PlusDays(1).AtMidnight().ToDateTimeUnspecified();
            query = query.Where(task => task.Due != null && task.Due.Local < end);
        }

        if (from is { } first && (first.Date > person.Today || status != TaskFilter.Open))
        {
            var start = first.Date.AtMidnight().ToDateTimeUnspecified();
            query = query.Where(task => task.Due != null && task.Due.Local >= start);
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            var rows = await query.Select(task => new { task.Id, task.Title }).ToListAsync(cancellationToken);
            var matching = rows.Where(row => WordMatch.Has(row.Title, text)).Select(row => row.Id).ToList();
            query = query.Where(task => matching.Contains(task.Id));
        }

        var (tasks, more) = await query
            .OrderBy(task => task.Due == null).ThenBy(task => task.Due!.Local).ThenByDescending(task => task.CreatedAt).ThenBy(task => task.Id)
            .PageAsync(page, cancellationToken);
        return new TaskListView([.. tasks.Select(task => TaskView.Of(task, person))], more);
    }

    /// <summary>Changes a task.</summary>
    [KernelFunction("update_task")]
    [Effect(Effect.Write)]
    [Description("Changes a task: only what is given.")]
    public async Task<TaskView> UpdateTask(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which task: its id, or words of its title.")] string task,
        [Description("New title.")] string? title = null,
        [Description("New due day or time.")] Moment? due = null,
        [Description("True to take the due date away.")] bool clearDue = false,
        [Description("New priority.")] Priority? priority = null,
        [Description("New notes.")] string? notes = null,
        CancellationToken cancellationToken = default)
    {
        if ((title, due, clearDue, priority, notes) == (null, null, false, null, null))
        {
            throw new ToolException(ErrorCode.Invalid, Text["NothingToChange"]) { Parameter = "title" };
        }

        var found = await FindAsync(db, task, cancellationToken);
        found.Title = title is null ? found.Title : Checks.Required(title, "title");
        found.Due = clearDue ? null : due?.In(person.Zone) ?? found.Due;
        found.Priority = priority ?? found.Priority;
        found.Notes = notes is null ? found.Notes : Checks.Optional(notes, "notes");
        await db.SaveChangesAsync(cancellationToken);
        return TaskView.Of(found, person, TaskChange.Changed);
    }

    /// <summary>Ticks a task off.</summary>
    [KernelFunction("complete_task")]
    [Effect(Effect.Write)]
    [Description("Marks a task as done.")]
    public async Task<TaskView> CompleteTask(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which task: its id, or words of its title.")] string task,
        CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(db, task, cancellationToken);
        found.CompletedAt ??= person.Now.ToDateTimeOffset();
        await db.SaveChangesAsync(cancellationToken);
        return TaskView.Of(found, person, TaskChange.Completed);
    }

    /// <summary>Deletes a task.</summary>
    [KernelFunction("delete_task")]
    [Effect(Effect.Write)]
    [Description("Deletes a task. For one that was done, use complete_task.")]
    public async Task<TaskView> DeleteTask(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which task: its id, or words of its title.")] string task,
        CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(db, task, cancellationToken);
        db.Tasks.Remove(found);
        await db.SaveChangesAsync(cancellationToken);
        return TaskView.Of(found, person, TaskChange.Deleted);
    }

    private static async Task<TaskItem> FindAsync(AppDbContext db, string idOrWords, CancellationToken cancellationToken)
    {
        var rows = await db.Tasks.OrderByDescending(task => task.Id)
            .Select(task => new { task.Id, task.Title, Open = task.CompletedAt == null })
            .ToListAsync(cancellationToken);
        var open = rows.Where(row => row.Open).ToList();
        var found = WordMatch.Find(
            open.Exists(row => WordMatch.Has(row.Title, idOrWords)) ? open : rows, idOrWords, "task", row => row.Id, row => row.Title);
        return await db.Tasks.SingleAsync(task => task.Id == found.Id, cancellationToken);
    }
}
