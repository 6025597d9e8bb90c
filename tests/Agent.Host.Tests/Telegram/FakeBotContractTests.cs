using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>Both sides of the fake are held against the contract: each rule by a request or an update that breaks it and nothing else.</summary>
[Trait("Shows", "telegram:1")]
public sealed class FakeBotContractTests : BotClient
{
    [Theory]
    [InlineData("sendMessage", """{"chat_id":42,"text":"Oi","colour":"red"}""", "unknown field colour")]
    [InlineData("sendMessage", """{"chat_id":42}""", "text is missing")]
    [InlineData("sendMessage", """{"chat_id":42,"text":7}""", "Number is no String")]
    [InlineData("sendMessage", """{"chat_id":4.2,"text":"Oi"}""", "sendMessage.chat_id")]
    [InlineData("sendMessage", """{"chat_id":42,"text":"Oi","disable_notification":"yes"}""", "String is no Boolean")]
    [InlineData("sendMessage", """{"chat_id":42,"text":null}""", "Null is no String")]
    [InlineData("sendMessage", """{"chat_id":42,"text":"Oi","entities":{}}""", "no list of MessageEntity")]
    [InlineData("sendMessage", """{"chat_id":42,"text":"Oi","entities":[{"type":"bold","offset":0}]}""", "length is missing")]
    [InlineData("sendMessage", """{"chat_id":42,"text":"Oi","reply_markup":{"inline_keyboard":[[{"callback_data":"x"}]]}}""", "text is missing")]
    [InlineData("setMyCommands", """{"commands":[{"command":"a","description":"b"}],"scope":{"type":"everywhere"}}""", "type is not")]
    [InlineData("sendMessage", """{"chat_id":42,"text":"\ud83d"}""", "encoded in UTF-8")]
    [InlineData("sendMessage", """{"chat_id":42,""", "can't parse the body")]
    [InlineData("sendMessage", """[]""", "no JSON object")]
    public async Task ACallThatBreaksTheContractIsRefusedAndNoted(string method, string body, string wrong)
    {
        var (status, answer) = await PostAsync(method, body);

        Assert.Equal((HttpStatusCode.BadRequest, 400), (status, answer.GetProperty("error_code").GetInt32()));
        Assert.StartsWith("Bad Request: ", answer.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains(wrong, Assert.Single(Fake.Invalid), StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(Fake.AssertAllValid);
        Assert.Empty(Fake.Chat(Ana).Messages);
    }

    [Theory]
    [InlineData("sendHologram")]
    [InlineData("banChatMember")]
    public async Task AMethodThatIsNotServedIsNotFoundAndNoted(string method)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(method, "{}")).Status);
        Assert.Contains("is not served", Assert.Single(Fake.Invalid), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message", """{"message_id":1,"date":1}""", "chat is missing")]
    [InlineData("message", """{"message_id":1,"date":1,"chat":{"id":42,"type":"private"},"mood":"good"}""", "unknown field mood")]
    [InlineData("message", """{"message_id":"1","date":1,"chat":{"id":42,"type":"private"}}""", "String is no Integer")]
    [InlineData("message", """{"message_id":1,"date":1,"chat":{"id":42,"type":"private"},"forward_origin":{"type":"hidden_user","date":1}}""", "sender_user_name is missing")]
    [InlineData("hologram", """{}""", "unknown field hologram")]
    public void AnUpdateOfOursThatBreaksTheContractIsNoted(string kind, string what, string wrong)
    {
        Fake.Happen(kind, JsonNode.Parse(what)!.AsObject());

        Assert.Contains(Fake.Invalid, one => one.StartsWith("our own update", StringComparison.Ordinal) && one.Contains(wrong, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("getMe", """{"id":1,"is_bot":true}""", "first_name is missing")]
    [InlineData("getMyCommands", """[{"command":"a"}]""", "description is missing")]
    [InlineData("sendMessage", """{"message_id":1,"date":1,"chat":{"id":42,"type":"private"},"reply_markup":{"inline_keyboard":[{}]}}""", "no list of InlineKeyboardButton")]
    [InlineData("deleteMessage", "7", "no Boolean")]
    public void AnAnswerThatBreaksTheContractIsFound(string method, string result, string wrong) =>
        Assert.Contains(wrong, Assert.Single(BotContract.CheckResult(method, JsonElement.Parse(result))), StringComparison.Ordinal);

    [Fact]
    public async Task AnAnswerOfOursThatBreaksTheContractIsNoted()
    {
        Fake.Introduce(new BotPerson(Ana, FirstName: null!));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync("sendMessage", """{"chat_id":42,"text":"Oi"}""")).Status);
        Assert.Contains("first_name: Null is no String", Assert.Single(Fake.Invalid, one => one.StartsWith("our own answer", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatPeopleCanDoKeepsToTheContract()
    {
        Fake.Introduce(new BotPerson(43, "Bia", "en"));
        var said = Fake.Say(Ana, "/start https://example.com");
        Fake.Reply(Ana, said, "E isto?");
        Fake.Edit(said, "/start");
        Fake.Forward(Ana, "Boleto");
        Fake.Voice(Ana, [1]);
        Fake.Audio(Ana, [1]);
        Fake.Photo(Ana, [1], "Olha");
        Fake.Edit(Fake.Document(Ana, [1], caption: "Um"), "Dois");
        Fake.Location(Ana);
        Fake.Contact(Ana);
        Fake.Dice(Ana);
        Fake.Invite(-7, Ana);
        Fake.Say(-7, "Oi, gente", from: 43);
        Fake.Expel(-7, Ana);
        Fake.Upgrade(-8, Ana);
        Fake.Block(Ana);
        Fake.PressData(Ana, said, "x");
        Fake.Happen("poll_answer", new JsonObject { ["poll_id"] = "1", ["option_ids"] = new JsonArray(0), ["option_persistent_ids"] = new JsonArray("a"), ["user"] = new JsonObject { ["id"] = 43, ["is_bot"] = false, ["first_name"] = "Bia" } });
        Fake.AssertAllValid();

        Fake.HappenUnknown();
        var (_, answer) = await PostAsync("getUpdates", "{}");
        Assert.Equal(Fake.Waiting, answer.GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task AFormIsReadAsTheContractSays()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("42"), "chat_id" }, { new StringContent("123"), "caption" }, { new StringContent("true"), "disable_notification" },
            { new StringContent("""{"inline_keyboard":[[{"text":"Sim","callback_data":"y"}]]}"""), "reply_markup" }, { new ByteArrayContent([1, 2]), "document", "a.pdf" },
        };
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(Fake.BaseUrl, $"/bot{FakeBotApi.Token}/sendDocument"), form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(Fake.Chat(Ana).Last is { Text: "123", File.Bytes: [1, 2], Buttons: [{ Data: "y" }] });
        Fake.AssertAllValid();
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string method, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(Fake.BaseUrl, $"/bot{FakeBotApi.Token}/{method}"), content);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
