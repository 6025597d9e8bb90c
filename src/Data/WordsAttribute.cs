namespace TbPersonalOs.Data;

/// <summary>Says that a column holds a person's words, or words made from them: forgetting goes by it.</summary>
/// <param name="what">What these are.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute(string what) : Attribute
{
    /// <summary>What these are.</summary>
    public string What => what;
}

/// <summary>Says that a column of text holds none of a person's words.</summary>
/// <param name="what">What it holds instead.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoWordsAttribute(string what) : Attribute
{
    /// <summary>What it holds instead.</summary>
    public string What => what;
}
