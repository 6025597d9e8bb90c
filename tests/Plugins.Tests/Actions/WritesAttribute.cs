namespace TbPersonalOs.Plugins.Tests.Actions;

/// <summary>A call of a writing function, named by the tests of its own plugin: <see cref="UndoEveryWriteTests"/> takes it back.</summary>
/// <param name="function">The function.</param>
/// <param name="arguments">Arguments with which it changes something, as JSON.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class WritesAttribute(string function, string arguments) : Attribute
{
    /// <summary>The function.</summary>
    public string Function => function;

    /// <summary>The arguments.</summary>
    public string Arguments => arguments;
}
