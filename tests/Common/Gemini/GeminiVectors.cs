using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Gemini;

/// <summary>Vectors that depend on the words alone: texts with words in common lie near each other. Like Gemini's, short ones have not length 1.</summary>
internal static class GeminiVectors
{
    public static JsonObject Answer(GeminiAsked asked) => new()
    {
        ["embeddings"] = new JsonArray([.. GeminiAsked.Elements(asked.Body, "requests").Select((request, place) => (JsonNode)new JsonObject
        {
            ["values"] = new JsonArray([.. Vector(
                asked.Texts[place], GeminiAsked.Get(request, "outputDimensionality")?.GetInt32() ?? 3072).Select(value => (JsonNode)value)]),
        })]),
    };

    private static float[] Vector(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '\n', ',', '.', '?', '!', ':', ';'], StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(text))
        {
            var hash = Hash(word);
            vector[hash % (uint)dimensions] += (hash & 0x8000_0000) == 0 ? 1 : -1;
            vector[Hash(word + '#') % (uint)dimensions] += 0.5f;
        }

        var length = MathF.Sqrt(vector.Sum(value => value * value));
        var scale = (dimensions == 3072 ? 1 : 0.7f) / (length == 0 ? 1 : length);
        return Array.ConvertAll(vector, value => value * scale);
    }

    // FNV-1a: the same in every process.
    private static uint Hash(string word) => word.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
