namespace TbPersonalOs.Plugins;

/// <summary>What a function returns: a record for the wire that can also say itself in the person's words.</summary>
public interface IView
{
    /// <summary>The view in words, one line a thing, without markup. A receipt where the function changed something.</summary>
    string InWords(Words words);
}
