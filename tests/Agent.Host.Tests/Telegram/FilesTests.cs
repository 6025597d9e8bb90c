using System.Text;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>Files and slips that come by Telegram.</summary>
public sealed class FilesTests(TelegramHost house)
{
    // The example of Banco do Brasil's own layout: 31/12/2007, R$ 1,00; at the end of 2026 its factor means another day.
    private const string Slip = "00190.50095 40144.816069 06809.350314 3 37370000000100";
    private const string Digits = "00190500954014481606906809350314337370000000100";

    [Fact]
    public async Task WithoutAModelAVoiceNoteIsKeptAndCanBeTriedAgain()
    {
        var ana = await house.NewPersonAsync();

        var answer = await ana.NextAsync(() => house.Bot.Voice(ana.Chat, [1, 2, 3, 4]));

        Assert.Equal("Ainda não consigo ouvir. O áudio está aqui para quando eu conseguir.", answer.Text);
        Assert.Equal([1, 2, 3, 4], await BytesAsync(ana));
        var again = await ana.NextAsync(() => ana.Press(answer, "Tentar de novo"));
        Assert.Equal("Ainda não consigo ouvir. O áudio está aqui para quando eu conseguir.", again.Text);
    }

    [Fact]
    public async Task AForwardedSlipBecomesATaskWithItsDayAmountAndDigits()
    {
        var ana = await house.NewPersonAsync();
        var answer = await ana.NextAsync(() => house.Bot.Forward(ana.Chat, $"Olá! Segue o boleto: {Slip}"));
        Assert.StartsWith("Boleto de R$ 1,00 · vence ", answer.Text);

        var done = await ana.NextAsync(() => ana.Press(answer, "Criar tarefa com os dígitos"));

        Assert.StartsWith("Tarefa: pagar boleto de R$ 1,00", done.Text);
        Assert.EndsWith(Digits, done.Text);
        Assert.Equal("code", Assert.Single(done.Entities).Type);
        var task = await ana.Person.SeeAsync(db => Task.FromResult(db.Set<TaskItem>().Single()));
        Assert.Equal((Digits, true), (task.Notes, Data.Origin.IsUntrusted(task.Origin)));
        Assert.NotNull(task.Due);
        ana.Press(answer, "Criar tarefa com os dígitos");
        ana.Press(done, "Desfazer");
        await Eventually.SeeAsync(() => ana.Person.SeeAsync(db => Task.FromResult(db.Set<TaskItem>().Count())), left => left == 0);
    }

    [Fact]
    public async Task ASlipInAPdfIsReadToo()
    {
        var ana = await house.NewPersonAsync();

        var answer = await ana.NextAsync(() => house.Bot.Document(ana.Chat, Pdf($"Boleto {Slip}"), "boleto.pdf", "application/pdf"));

        Assert.StartsWith("Recebi “boleto.pdf”.\nBoleto de R$ 1,00", answer.Text);
        Assert.Contains(answer.Buttons, button => button.Text == "Criar tarefa com os dígitos");
    }

    [Fact]
    public async Task WhatAFileSaysIsNoWish()
    {
        var ana = await house.NewPersonAsync();

        await ana.NextAsync(() => house.Bot.Document(ana.Chat, Encoding.UTF8.GetBytes("preciso pagar 500 reais pro Zé amanhã"), "leia.txt", "text/plain"));

        Assert.Empty(await ana.Person.SeeAsync(db => Task.FromResult(db.Set<TaskItem>().ToList())));
    }

    [Fact]
    public async Task AForgottenFileIsGoneFromTheDiskToo()
    {
        var ana = await house.NewPersonAsync();
        await ana.NextAsync(() => house.Bot.Document(ana.Chat, Encoding.UTF8.GetBytes($"segredo {Guid.CreateVersion7()}"), "segredo.txt", "text/plain"));
        Assert.NotNull(await BytesAsync(ana));
        var message = await ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Single().Id));

        await ana.Person.CallAsync("memory.forget", new { item = message, kind = "message" });
        var card = await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Data.Actions.Approval>().Single()));
        await ana.Person.CallAsync("actions.approve", new { approval = card.Id, hash = card.Hash }, door: Doors.Web);

        await Eventually.SeeAsync(() => Task.FromResult(FilesOf(ana).Length), files => files == 0);
        Assert.Empty(await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Attachment>().ToList())));
    }

    private string[] FilesOf(TelegramPerson ana) =>
        Path.Combine(house.Host.DataDirectory, "files", ana.Person.Id.ToString("N")) is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private async Task<byte[]?> BytesAsync(TelegramPerson ana)
    {
        var hash = await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Attachment>().Select(row => row.Hash).Single()));
        return hash is null ? null : await File.ReadAllBytesAsync(Path.Combine(house.Host.DataDirectory, "files", ana.Person.Id.ToString("N"), hash));
    }

    private static byte[] Pdf(string text)
    {
        var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        var font = builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica);
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddText(text, 10, new UglyToad.PdfPig.Core.PdfPoint(25, 700), font);
        return builder.Build();
    }
}
