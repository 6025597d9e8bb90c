using System.Globalization;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Gemini;

/// <summary>
/// Reads proto3 files as far as their JSON form goes: messages, enums, nesting, <c>oneof</c>, <c>map</c>, <c>repeated</c>, <c>optional</c>,
/// <c>json_name</c> and which fields are required. Services and other options are passed over.
/// </summary>
internal sealed partial class ProtoParser
{
    private readonly ProtoSchema _schema;
    private readonly string[] _tokens;
    private readonly string _prefix;
    private int _at;

    private ProtoParser(ProtoSchema schema, string text, string prefix)
    {
        _schema = schema;
        _prefix = prefix;
        _tokens = [.. Token().Matches(Comment().Replace(text, " ")).Select(match => match.Value)];
    }

    /// <summary>Adds what a file declares.</summary>
    /// <param name="schema">Where to.</param>
    /// <param name="text">The file.</param>
    /// <param name="prefix">What is put before its names, as <c>google.type.</c>.</param>
    public static void Read(ProtoSchema schema, string text, string prefix = "") => new ProtoParser(schema, text, prefix).ReadFile();

    private void ReadFile()
    {
        while (_at < _tokens.Length)
        {
            switch (Next())
            {
                case "message": ReadMessage(_prefix + Next()); break;
                case "enum": ReadEnum(_prefix + Next()); break;
                case "service": Next(); SkipBlock(); break;
                case "syntax" or "package" or "import" or "option": SkipTo(";"); break;
                case ";": break;
                case var token: throw new FormatException($"'{token}' has no place in a proto file.");
            }
        }
    }

    private void ReadMessage(string name)
    {
        var fields = new List<ProtoField>();
        Expect("{");
        while (Peek() != "}")
        {
            ReadMember(name, fields);
        }

        Expect("}");
        _schema.Add(new ProtoMessage(name, fields));
    }

    private void ReadMember(string message, List<ProtoField> fields)
    {
        switch (Peek())
        {
            case "message": Next(); ReadMessage($"{message}.{Next()}"); break;
            case "enum": Next(); ReadEnum($"{message}.{Next()}"); break;
            case "option" or "reserved" or "extensions": SkipTo(";"); break;
            case ";": Next(); break;
            case "oneof": ReadOneOf(fields); break;
            default: fields.Add(ReadField(null)); break;
        }
    }

    private void ReadOneOf(List<ProtoField> fields)
    {
        Next();
        var name = Next();
        Expect("{");
        while (Peek() != "}")
        {
            fields.Add(ReadField(name));
        }

        Expect("}");
    }

    private ProtoField ReadField(string? oneOf)
    {
        var repeated = Peek() == "repeated";
        if (Peek() is "repeated" or "optional")
        {
            Next();
        }

        var type = Next();
        var map = type == "map";
        if (map)
        {
            Expect("<");
            Next();
            Expect(",");
            type = Next();
            Expect(">");
        }

        var name = Next();
        Expect("=");
        Next();
        var options = Options();
        return new ProtoField(
            name, JsonName().Match(options) is { Success: true } given ? given.Groups[1].Value : Camel(name),
            type, repeated, map, oneOf, options.Contains("= REQUIRED", StringComparison.Ordinal));
    }

    private void ReadEnum(string name)
    {
        var values = new Dictionary<string, int>();
        Expect("{");
        while (Peek() != "}")
        {
            if (Peek() is "option" or "reserved")
            {
                SkipTo(";");
                continue;
            }

            var word = Next();
            Expect("=");
            values[word] = int.Parse(Next(), CultureInfo.InvariantCulture);
            Options();
        }

        Expect("}");
        _schema.Add(new ProtoEnum(name, values));
    }

    // What stands in brackets after a field, up to its semicolon.
    private string Options()
    {
        var start = _at;
        SkipTo(";");
        return string.Join(' ', _tokens[start.._at]);
    }

    private void SkipTo(string token)
    {
        while (Peek() != token)
        {
            if (Peek() == "{")
            {
                SkipBlock();
            }
            else
            {
                Next();
            }
        }

        Next();
    }

    private void SkipBlock()
    {
        Expect("{");
        for (var depth = 1; depth > 0;)
        {
            depth += Next() switch { "{" => 1, "}" => -1, _ => 0 };
        }
    }

    private string Peek() => _at < _tokens.Length ? _tokens[_at] : throw new FormatException("The proto file ends too early.");

    private string Next()
    {
        var token = Peek();
        _at++;
        return token;
    }

    private void Expect(string token)
    {
        if (Next() is var found && found != token)
        {
            throw new FormatException($"Expected '{token}', found '{found}' in a proto file.");
        }
    }

    private static string Camel(string name) => Underscore().Replace(name, match => match.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|-?[\w.]+|\S
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();

    [GeneratedRegex("json_name = \"([^\"]+)\"")]
    private static partial Regex JsonName();

    [GeneratedRegex("_([a-z0-9])")]
    private static partial Regex Underscore();
}
