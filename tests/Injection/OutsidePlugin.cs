using System.ComponentModel;
using Microsoft.SemanticKernel;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Injection;

/// <summary>What others wrote, by the reference under which it is asked for.</summary>
public sealed class Outside
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _texts = new();

    /// <summary>Somebody writes.</summary>
    public void Write(string reference, string text) => _texts[reference] = text;

    /// <summary>It is read.</summary>
    public string Read(string reference) => _texts[reference];
}

/// <summary>What stands there.</summary>
public sealed record OutsideView(string Text) : IView
{
    /// <inheritdoc />
    public string InWords(Words words) => Text;
}

/// <summary>Reads what others wrote, as the plugins of mail, files, contacts and agents will: it says so to the pipeline.</summary>
public sealed class OutsidePlugin
{
    /// <summary>Reads a mail, a file, a contact or an agent's answer.</summary>
    [KernelFunction("read")]
    [Effect(Effect.Read)]
    [Description("Test: reads what others wrote.")]
    public OutsideView Read([FromKernelServices] Outside outside, [FromKernelServices] CurrentAction action, string kind, string reference)
    {
        action.Shows(kind, reference);
        return new OutsideView(outside.Read(reference));
    }
}
