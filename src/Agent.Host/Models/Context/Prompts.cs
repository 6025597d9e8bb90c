using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models.Context;

/// <summary>The assistant's system prompt in both languages; read and checked when the program starts.</summary>
internal sealed class Prompts
{
    private static readonly string[] Inputs = ["name", "about", "zone"];
    private readonly IReadOnlyDictionary<string, Prompt> _all = Prompt.LoadAll();

    public Prompts()
    {
        foreach (var language in new[] { Languages.Portuguese, Languages.English })
        {
            // Filled once with nothing: a prompt that wants another input is found here and not in a turn.
            _ = Assistant(language.Name).Fill(Inputs.ToDictionary(input => input, _ => ""));
        }
    }

    /// <summary>The prompt in a language.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Prompt Assistant(string language) => _all.GetValueOrDefault($"assistant.{language}.md")
        ?? throw new InvalidOperationException($"prompts/assistant.{language}.md is missing.");
}
