using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Notes;

namespace TbPersonalOs.Plugins.Tests.Notes;

public sealed class NotesTests(TestHost host)
{
    [Fact]
    public async Task ANoteIsKeptChangedAndDeleted()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("Nota: portão", await person.TextAsync("notes.save_note", new { text = "a senha é 4821", title = "portão" }));
        Assert.Equal("Nota: comprar tinta", await person.TextAsync("notes.save_note", new { text = "comprar tinta" }));
        Assert.Equal("Nota alterada: portão", await person.TextAsync("notes.update_note", new { note = "portão", append = "mudou em novembro" }));
        Assert.Equal("a senha é 4821\nmudou em novembro", (await person.SeeAsync(db => db.Notes.SingleAsync(note => note.Title == "portão"))).Text);
        Assert.Equal("Nota alterada: a nova é 77", await person.TextAsync("notes.update_note", new { note = "portão", text = "a nova é 77", title = "" }));
        Assert.Equal("Nota apagada: comprar tinta", await person.TextAsync("notes.delete_note", new { note = "tinta" }));
        Assert.Equal("Notas:\n• a nova é 77", await person.TextAsync("notes.search_notes"));
        Assert.Equal(ErrorCode.Invalid, (await person.FailAsync("notes.update_note", new { note = "nova" })).Code);
    }

    [Theory]
    [InlineData("qual é a senha do portao?", "portão")]
    [InlineData("SENHAS", "portão")]
    [InlineData("receita de bolo", "bolo")]
    [InlineData("what is the wifi key", "wifi")]
    public async Task AnyOfTheWordsFindsIt(string query, string title)
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("notes.save_note", new { text = "a senha do portão é 4821", title = "portão" });
        await person.CallAsync("notes.save_note", new { text = "bolo de fubá: receita da avó", title = "bolo" });
        await person.CallAsync("notes.save_note", new { text = "the key is 99", title = "wifi" });
        var found = await person.CallAsync("notes.search_notes", new { query });
        Assert.Equal(title, found.Get("notes")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task MoreOfTheWordsComeFirst()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("notes.save_note", new { text = "reunião com o João sobre o orçamento" });
        await person.CallAsync("notes.save_note", new { text = "aniversário do João" });
        Assert.Equal(
            "Notas:\n• reunião com o João sobre o orçamento\n• aniversário do João",
            await person.TextAsync("notes.search_notes", new { query = "orçamento do João" }));
    }

    [Theory]
    [InlineData("a' | b:* & !c <-> (")]
    [InlineData("'; drop table notes; --")]
    [InlineData("???")]
    [InlineData("o que é de")]
    public async Task AnyQueryIsHarmless(string query)
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("notes.save_note", new { text = "fica" });
        Assert.Equal("Nenhuma nota.", await person.TextAsync("notes.search_notes", new { query }));
        Assert.Equal(1, await person.SeeAsync(db => db.Notes.CountAsync()));
    }

    [Fact]
    public async Task AListShowsAtMostTwoHundredCharactersOfEach()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("notes.save_note", new { text = string.Concat(Enumerable.Repeat("muito texto ", 100)) + "agulha" });
        var found = await person.CallAsync("notes.search_notes", new { query = "agulha" });
        var text = found.Get("notes")[0].GetProperty("text").GetString()!;
        Assert.InRange(text.Length, 50, 200);
        Assert.Contains("agulha", text, StringComparison.Ordinal);
    }
}
