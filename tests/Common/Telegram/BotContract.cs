using System.Text.Json;
using Xunit;

namespace TbPersonalOs.Common.Telegram;

/// <summary>Telegram's contract in machine-readable form, <c>../shared/contracts/telegram/api.json</c>, to which both sides of the fake are held.</summary>
public static class BotContract
{
    private static readonly Lazy<(IReadOnlyDictionary<string, BotShape> Methods, IReadOnlyDictionary<string, BotShape> Types)?> Loaded = new(Load);

    /// <summary>Names of its methods; the test is skipped by name where the contract is missing.</summary>
    public static IEnumerable<string> Methods => Contract.Methods.Keys;

    /// <summary>Kinds of updates: the optional fields of <c>Update</c>.</summary>
    public static IEnumerable<string> Kinds => Contract.Types["Update"].Fields.Keys.Where(name => name != "update_id");

    /// <summary>What is wrong with a call; empty if nothing is.</summary>
    public static IReadOnlyList<string> CheckCall(string method, JsonElement arguments)
    {
        var check = new BotCheck(Contract.Types);
        if (Contract.Methods.TryGetValue(method, out var known))
        {
            check.Fields(known, method, arguments);
        }
        else
        {
            check.Found.Add($"no method {method}");
        }

        return check.Found;
    }

    /// <summary>What is wrong with a method's result.</summary>
    public static IReadOnlyList<string> CheckResult(string method, JsonElement result)
    {
        var check = new BotCheck(Contract.Types);
        check.Any($"the result of {method}", Contract.Methods[method].Returns, result);
        return check.Found;
    }

    /// <summary>What is wrong with a value of a type.</summary>
    public static IReadOnlyList<string> CheckType(string type, JsonElement value)
    {
        var check = new BotCheck(Contract.Types);
        check.Any(type, [type], value);
        return check.Found;
    }

    /// <summary>What is wrong with an update: it holds its number and one thing that happened.</summary>
    public static IReadOnlyList<string> CheckUpdate(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object && update.EnumerateObject().Count() == 2 ? CheckType("Update", update) : ["Update: it holds one thing beside its number"];

    /// <summary>A method's parameter; null where it has none of that name.</summary>
    internal static BotField? Parameter(string method, string name) =>
        Contract.Methods.TryGetValue(method, out var known) && known.Fields.TryGetValue(name, out var field) ? field : null;

    private static (IReadOnlyDictionary<string, BotShape> Methods, IReadOnlyDictionary<string, BotShape> Types) Contract
    {
        get
        {
            if (Loaded.Value is null)
            {
                Assert.Skip("shared/contracts/telegram is missing beside the repository (TBOS_REPO names another one)");
            }

            return Loaded.Value!.Value;
        }
    }

    private static (IReadOnlyDictionary<string, BotShape>, IReadOnlyDictionary<string, BotShape>)? Load()
    {
        for (var at = new DirectoryInfo(Environment.GetEnvironmentVariable("TBOS_REPO") ?? AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "contracts", "telegram", "api.json");
            if (File.Exists(file))
            {
                using var api = JsonDocument.Parse(File.ReadAllBytes(file));
                return (Shapes(api.RootElement.GetProperty("methods")), Shapes(api.RootElement.GetProperty("types")));
            }
        }

        return null;
    }

    private static Dictionary<string, BotShape> Shapes(JsonElement all) => all.EnumerateObject().ToDictionary(one => one.Name, one => BotShape.Read(one.Value));
}
