namespace TbPersonalOs.Common.Gemini;

/// <summary>A field of a message: its names in JSON, its type as written, and how often it may stand.</summary>
public sealed record ProtoField(string Name, string JsonName, string Type, bool Repeated, bool Map, string? OneOf, bool Required);

/// <summary>A message and its fields, by either of their names.</summary>
public sealed record ProtoMessage(string Name, IReadOnlyList<ProtoField> Fields)
{
    private readonly Dictionary<string, ProtoField> _byName = Fields
        .SelectMany(field => new[] { field.JsonName, field.Name }.Distinct().Select(name => (name, field)))
        .ToDictionary(pair => pair.name, pair => pair.field);

    /// <summary>The field of that name, <c>lowerCamelCase</c> or as in the proto file.</summary>
    public ProtoField? Field(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>An enum and its words.</summary>
public sealed record ProtoEnum(string Name, IReadOnlyDictionary<string, int> Values);

/// <summary>Messages and enums by their full names, without the package of the files.</summary>
public sealed class ProtoSchema
{
    private readonly Dictionary<string, ProtoMessage> _messages = [];
    private readonly Dictionary<string, ProtoEnum> _enums = [];

    /// <summary>All messages.</summary>
    public IReadOnlyDictionary<string, ProtoMessage> Messages => _messages;

    /// <summary>All enums.</summary>
    public IReadOnlyDictionary<string, ProtoEnum> Enums => _enums;

    /// <summary>The message or enum that a name means in a message: the innermost scope counts.</summary>
    public object? Resolve(string scope, string name)
    {
        for (var around = scope; ; around = around.Contains('.', StringComparison.Ordinal) ? around[..around.LastIndexOf('.')] : "")
        {
            var full = around.Length == 0 ? name : $"{around}.{name}";
            if (_messages.GetValueOrDefault(full) is { } message)
            {
                return message;
            }

            if (_enums.GetValueOrDefault(full) is { } words)
            {
                return words;
            }

            if (around.Length == 0)
            {
                return null;
            }
        }
    }

    internal void Add(ProtoMessage message) => _messages.Add(message.Name, message);

    internal void Add(ProtoEnum words) => _enums.Add(words.Name, words);
}
