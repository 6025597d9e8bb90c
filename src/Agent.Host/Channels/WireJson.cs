using System.Text.Json;
using System.Text.Json.Serialization;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels;

/// <summary>JSON at the HTTP doors: as tools write it, but with what is none written as null, so that a reader finds every field.</summary>
internal static class WireJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Makes other options like these.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        // A field that is missing or stands twice is an error of the caller, never a silent default: a decision without its word is none.
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = ToolJson.Options.Encoder;
        foreach (var converter in ToolJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        return options;
    }
}
