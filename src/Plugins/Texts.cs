using System.Globalization;
using System.Resources;

namespace TbPersonalOs.Plugins;

/// <summary>
/// Texts of one feature, from the .resx beside it (Portuguese, and <c>.en.resx</c> for English), in the current person's language.
/// </summary>
/// <param name="feature">Any type of the feature's folder: <c>Tasks/TasksPlugin</c> has <c>Tasks/TasksTexts.resx</c>.</param>
public sealed class Texts(Type feature)
{
    private readonly ResourceManager _resources = new(
        $"{feature.Namespace}.{feature.Namespace![(feature.Namespace!.LastIndexOf('.') + 1)..]}Texts", feature.Assembly);

    /// <summary>The text of a key; throws where there is none.</summary>
    public string this[string key] => Find(key)
        ?? throw new MissingManifestResourceException($"No text {key} in {_resources.BaseName}.");

    /// <summary>The text of a key, or null.</summary>
    public string? Find(string key) => _resources.GetString(key, CultureInfo.CurrentUICulture);

    /// <summary>The text of a key with its places filled.</summary>
    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentUICulture, this[key], values);
}
