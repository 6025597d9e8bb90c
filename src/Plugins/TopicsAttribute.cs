namespace TbPersonalOs.Plugins;

/// <summary>
/// Beginnings of words, in both languages, by which a plugin is likely meant. A model is shown the functions of plugins that can matter
/// to what was said; the others it can ask for.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TopicsAttribute(params string[] words) : Attribute
{
    /// <summary>The beginnings.</summary>
    public IReadOnlyList<string> Words => words;
}
