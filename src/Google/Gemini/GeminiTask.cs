namespace TbPersonalOs.Google.Gemini;

/// <summary>What a vector is for; <c>EmbeddingGenerationOptions.AdditionalProperties[GeminiTask.Key]</c> holds one of these words.</summary>
public static class GeminiTask
{
    /// <summary>The name of the property.</summary>
    public const string Key = "taskType";

    /// <summary>Something kept, to be found later; without a word it is this.</summary>
    public const string Document = "RETRIEVAL_DOCUMENT";

    /// <summary>A question that looks for something kept.</summary>
    public const string Query = "RETRIEVAL_QUERY";

    /// <summary>How alike two texts are.</summary>
    public const string Similarity = "SEMANTIC_SIMILARITY";

    /// <summary>Groups of texts.</summary>
    public const string Clustering = "CLUSTERING";
}
