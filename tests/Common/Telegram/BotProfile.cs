using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Telegram;

/// <summary>What the bot shows of itself: commands, descriptions, name, by language.</summary>
internal sealed partial class BotProfile
{
    private const int MostCommands = 100;
    private readonly ConcurrentDictionary<(string Scope, string Language), string> _commands = new();
    private readonly ConcurrentDictionary<(string What, string Language), string> _said = new() { [("name", "")] = FakeBotApi.Name };

    /// <summary>Commands of a scope and a language, as JSON; null where none were set.</summary>
    public string? Commands(string scope, string language) => _commands.GetValueOrDefault((scope, language));

    /// <summary>What was said in a language; null where nothing was.</summary>
    public string? Said(string what, string language) => _said.GetValueOrDefault((what, language));

    public JsonNode SetCommands(BotCall call)
    {
        var commands = call.Get("commands")!.Value;
        if (commands.GetArrayLength() > MostCommands)
        {
            throw BotRefusal.Bad("BOT_COMMANDS_TOO_MUCH");
        }

        foreach (var command in commands.EnumerateArray())
        {
            if (!Command().IsMatch(command.GetProperty("command").GetString()!))
            {
                throw BotRefusal.Bad("BOT_COMMAND_INVALID");
            }

            if (command.GetProperty("description").GetString() is not { Length: >= 1 and <= 256 })
            {
                throw BotRefusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }

        _commands[Key(call)] = commands.GetRawText();
        return true;
    }

    public JsonNode GetCommands(BotCall call) => JsonNode.Parse(_commands.GetValueOrDefault(Key(call), "[]"))!;

    public JsonNode DeleteCommands(BotCall call)
    {
        _commands.TryRemove(Key(call), out _);
        return true;
    }

    public JsonNode Set(BotCall call, string what, int most)
    {
        var said = call.String(what) ?? "";
        if (said.Length > most)
        {
            throw BotRefusal.Bad($"{what} is too long");
        }

        _said[(what, Language(call))] = said;
        return true;
    }

    /// <summary>What was said in the language, else in none.</summary>
    public JsonNode Get(BotCall call, string what) => new JsonObject
    {
        [what] = _said.GetValueOrDefault((what, Language(call))) is { Length: > 0 } said ? said : _said.GetValueOrDefault((what, ""), ""),
    };

    private static (string Scope, string Language) Key(BotCall call) => (Scope(call.Get("scope")), Language(call));

    private static string Scope(JsonElement? scope) => scope is not { } named ? "default" : string.Join(' ', named.EnumerateObject().Select(part => part.Value.ToString()));

    private static string Language(BotCall call)
    {
        var language = call.String("language_code") ?? "";
        return language.Length == 0 || TwoLetters().IsMatch(language) ? language : throw BotRefusal.Bad("LANG_CODE_INVALID");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex Command();

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex TwoLetters();
}
