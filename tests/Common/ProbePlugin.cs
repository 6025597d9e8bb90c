using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Common;

/// <summary>
/// A service elsewhere, as a test plays it: it keeps what reached it, and can fail before, during and after. With a file it remembers
/// across processes.
/// </summary>
public sealed class OutsideWorld
{
    private readonly string? _file;

    /// <summary>Remembers what the file holds, where one is named.</summary>
    public OutsideWorld(string? file = null)
    {
        _file = file;
        foreach (var line in file is not null && File.Exists(file) ? File.ReadAllLines(file) : [])
        {
            var (id, text) = (line[..36], line[37..]);
            Happened[Guid.Parse(id)] = text;
            Arrivals.AddOrUpdate(text, 1, (_, count) => count + 1);
        }
    }

    /// <summary>What happened there, by the act's id.</summary>
    public ConcurrentDictionary<Guid, string> Happened { get; } = new();

    /// <summary>What a test does at the moment at which a text arrives.</summary>
    public ConcurrentDictionary<string, Action> AtArrival { get; } = new();

    /// <summary>How often something arrived, by text.</summary>
    public ConcurrentDictionary<string, int> Arrivals { get; } = new();

    /// <summary>Carries an act out; the text names the fault: <c>refuse</c>, <c>break-before</c>, <c>break-after</c>, <c>blind</c>.</summary>
    public void Receive(Guid action, string text)
    {
        if (text.Contains("refuse", StringComparison.Ordinal))
        {
            throw new ToolException(ErrorCode.Unavailable, "refused by the other side");
        }

        if (text.Contains("break-before", StringComparison.Ordinal))
        {
            throw new HttpRequestException("broke before");
        }

        Arrivals.AddOrUpdate(text, 1, (_, count) => count + 1);
        Happened[action] = text;
        if (_file is not null)
        {
            File.AppendAllText(_file, $"{action} {text}\n");
        }

        AtArrival.GetValueOrDefault(text)?.Invoke();
        if (text.Contains("break-after", StringComparison.Ordinal) || text.Contains("blind", StringComparison.Ordinal))
        {
            throw new HttpRequestException("broke after");
        }
    }
}

/// <summary>An act elsewhere.</summary>
public sealed record ProbeView(string Text) : IView
{
    /// <inheritdoc />
    public string InWords(Words words) => $"Probe: {Text}";
}

/// <summary>One function of each effect, for tests of the pipeline.</summary>
public sealed class ProbePlugin
{
    /// <summary>Acts on the owner's own account elsewhere.</summary>
    [KernelFunction("label")]
    [Effect(Effect.Remote, LookUp = nameof(LookUp), Compensate = nameof(TakeBack))]
    [Description("Test: acts on the owner's own account.")]
    public ProbeView Label([FromKernelServices] OutsideWorld world, [FromKernelServices] CurrentAction action, string text)
    {
        world.Receive(action.Id, text);
        return new ProbeView(text);
    }

    /// <summary>Reaches other people.</summary>
    [KernelFunction("send")]
    [Effect(Effect.Outward, LookUp = nameof(LookUp), Preview = nameof(Show))]
    [Description("Test: reaches other people.")]
    public ProbeView Send([FromKernelServices] OutsideWorld world, [FromKernelServices] CurrentAction action, string text)
    {
        world.Receive(action.Id, text);
        return new ProbeView(text);
    }

    /// <summary>Reaches exactly those whom it names.</summary>
    [KernelFunction("mail")]
    [Effect(Effect.Outward, LookUp = nameof(LookUp), Preview = nameof(ShowMail), Recipients = new[] { "to", "copy" })]
    [Description("Test: writes to one or several.")]
    public ProbeView Mail([FromKernelServices] OutsideWorld world, [FromKernelServices] CurrentAction action, string to, string text, string[]? copy = null)
    {
        world.Receive(action.Id, text);
        return new ProbeView($"{text} → {to}");
    }

    /// <summary>Cannot come back.</summary>
    [KernelFunction("wipe")]
    [Effect(Effect.Erase, Preview = nameof(Show))]
    [Description("Test: cannot come back.")]
    public async Task<ProbeView> Wipe([FromKernelServices] AppDbContext db, string text)
    {
        db.Notes.RemoveRange(db.Notes.Where(note => note.Title == text));
        await db.SaveChangesAsync();
        return new ProbeView(text);
    }

    /// <summary>Reaches other people only where it names them.</summary>
    [KernelFunction("invite")]
    [Effect(Effect.Remote, LookUp = nameof(LookUp), Raise = nameof(EffectOf))]
    [Description("Test: outward with guests, remote without.")]
    public ProbeView Invite([FromKernelServices] OutsideWorld world, [FromKernelServices] CurrentAction action, string text, string? guest = null)
    {
        world.Receive(action.Id, text);
        return new ProbeView(text);
    }

    /// <summary>Fails after it has changed something.</summary>
    [KernelFunction("stumble")]
    [Effect(Effect.Write)]
    [Description("Test: writes, then fails.")]
    public async Task<ProbeView> Stumble([FromKernelServices] AppDbContext db, string text, bool mendable = false)
    {
        db.Notes.Add(new Note { Text = text });
        await db.SaveChangesAsync();
        throw mendable ? new ToolException(ErrorCode.Invalid, "mend it") : new InvalidOperationException("a bug");
    }

    /// <summary>Only by the owner's hand.</summary>
    [KernelFunction("by_hand")]
    [Effect(Effect.Write)]
    [Doors(Doors.OwnersHand)]
    [Description("Test: only by hand.")]
    public ProbeView ByHand(string text) => new(text);

    private ProbeView? LookUp([FromKernelServices] OutsideWorld world, [FromKernelServices] CurrentAction action, string text) =>
        text.Contains("blind", StringComparison.Ordinal) ? throw new HttpRequestException("cannot look")
        : world.Happened.TryGetValue(action.Id, out var found) ? new ProbeView(found)
        : null;

    private ProbeView TakeBack([FromKernelServices] OutsideWorld world, [FromKernelServices] CurrentAction action, string text)
    {
        world.Happened.TryRemove(action.Id, out _);
        return new ProbeView(text);
    }

    private string ShowMail(string to, string text) => $"Probe: {text} → {to}?";

    private string Show(string text) => $"Probe: {text}?";

    private Effect EffectOf(string text, string? guest = null) => guest is null ? Effect.Remote : Effect.Outward;
}
