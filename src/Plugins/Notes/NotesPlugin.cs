using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Notes;

namespace TbPersonalOs.Plugins.Notes;

/// <summary>What the person wants to keep.</summary>
[Topics(
    "nota", "notas", "anot", "guard", "list", "senha", "codigo", "ideia", "salva", "note", "jot", "write down", "keep", "remember", "lembra que",
    "code", "password", "idea")]
public sealed class NotesPlugin
{
    private static readonly Texts Text = new(typeof(NotesPlugin));

    /// <summary>Keeps a note.</summary>
    [KernelFunction("save_note")]
    [Effect(Effect.Write)]
    [Description("Keeps something that the person wants written down as it is: a thought, a code, a list, minutes.")]
    public async Task<NoteView> SaveNote(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] CurrentAction action,
        [Description("What to keep, in the person's own words, complete.")] string text,
        [Description("A short name, if the person gives one.")] string? title = null,
        CancellationToken cancellationToken = default)
    {
        var note = new Note
        {
            Text = Checks.Required(text, "text", Checks.MostText),
            Title = Checks.Optional(title, "title", 200),
            Origin = action.Origin,
        };
        db.Notes.Add(note);
        await db.SaveChangesAsync(cancellationToken);
        return NoteView.Of(note, NoteChange.Saved);
    }

    /// <summary>Finds notes.</summary>
    [KernelFunction("search_notes")]
    [Effect(Effect.Read)]
    [Description("Finds notes that speak of something; without a query it lists the newest.")]
    public async Task<NoteListView> SearchNotes(
        [FromKernelServices] AppDbContext db,
        [Description("Words to look for; any of them will do.")] string? query = null,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var words = NoteSearch.WordsOf(query);
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(query))
        {
            return new NoteListView([], false);
        }

        var (notes, more) = await db.Notes.AsNoTracking().Matching(words).PageAsync(page, cancellationToken);
        return new NoteListView([.. notes.Select(note => NoteView.Listed(note, words))], more);
    }

    /// <summary>Changes a note.</summary>
    [KernelFunction("update_note")]
    [Effect(Effect.Write)]
    [Description("Changes a note: only what is given. To add to it, use append; text replaces all of it.")]
    public async Task<NoteView> UpdateNote(
        [FromKernelServices] AppDbContext db,
        [Description("Which note: its id, or words of its title or text.")] string note,
        [Description("New text, in place of the old one.")] string? text = null,
        [Description("New name; empty to take it away.")] string? title = null,
        [Description("Text to add at the end, on a line of its own.")] string? append = null,
        CancellationToken cancellationToken = default)
    {
        if ((text, title, append) == (null, null, null))
        {
            throw new ToolException(ErrorCode.Invalid, Text["NothingToChange"]) { Parameter = "text" };
        }

        var found = await db.Notes.MeantByAsync(note, cancellationToken);
        var changed = text ?? found.Text;
        changed = append is null ? changed : $"{changed}\n{Checks.Required(append, "append", Checks.MostText)}";
        found.Text = Checks.Required(changed, "text", Checks.MostText);
        found.Title = title is null ? found.Title : Checks.Optional(title, "title", 200);
        await db.SaveChangesAsync(cancellationToken);
        return NoteView.Of(found, NoteChange.Changed);
    }

    /// <summary>Deletes a note.</summary>
    [KernelFunction("delete_note")]
    [Effect(Effect.Write)]
    [Description("Deletes a note.")]
    public async Task<NoteView> DeleteNote(
        [FromKernelServices] AppDbContext db,
        [Description("Which note: its id, or words of its title or text.")] string note,
        CancellationToken cancellationToken = default)
    {
        var found = await db.Notes.MeantByAsync(note, cancellationToken);
        db.Notes.Remove(found);
        await db.SaveChangesAsync(cancellationToken);
        return NoteView.Of(found, NoteChange.Deleted);
    }
}
