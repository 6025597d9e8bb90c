using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Whether arguments can be read as what their parameters are; says what a parameter expects in words.</summary>
internal static class ArgumentTypes
{
    private static readonly Texts Text = new(typeof(ArgumentTypes));

    /// <summary>Invalid, with the parameter, where one cannot be read.</summary>
    public static void Check(CatalogFunction function, JsonObject arguments)
    {
        foreach (var parameter in function.Kernel.Metadata.Parameters)
        {
            if (arguments[parameter.Name] is { } value && parameter.ParameterType is { } type && !CanRead(value, type))
            {
                throw new ToolException(ErrorCode.Invalid, Text["WrongArgument", parameter.Name, Expected(Nullable.GetUnderlyingType(type) ?? type)])
                {
                    Parameter = parameter.Name,
                };
            }
        }
    }

    private static bool CanRead(JsonNode value, Type type)
    {
        try
        {
            var read = value.Deserialize(type, ToolJson.Options);
            return read is not Enum || Enum.IsDefined(read.GetType(), read) && !value.ToString().Contains(',', StringComparison.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static string Expected(Type type) =>
        type.IsEnum ? Text["OneOf", string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))]
        : type == typeof(Moment) ? Text["ATime"]
        : type == typeof(bool) ? Text["TrueOrFalse"]
        : type == typeof(string) ? Text["AText"]
        : type == typeof(int) || type == typeof(long) ? Text["AWholeNumber"]
        : Text["ANumber"];
}
