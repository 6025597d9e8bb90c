using TbPersonalOs.Data;
using TbPersonalOs.Data.Sharing;

namespace TbPersonalOs.Plugins.Sharing;

/// <summary>One switch.</summary>
/// <param name="Kind">The kind of data.</param>
/// <param name="Allowed">Whether it may leave for a model.</param>
public sealed record SharingView(DataKind Kind, bool Allowed) : IView
{
    private static readonly Texts Text = new(typeof(SharingView));

    /// <inheritdoc />
    public string InWords(Words words) => Text[Allowed ? "Leaves" : "Stays", Text[$"Kind_{Code.Of(Kind)}"]];
}
