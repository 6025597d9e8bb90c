using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TbPersonalOs.Data;

/// <summary>A row that says where its content comes from.</summary>
public interface ILabelled
{
    /// <summary><c>owner</c>, <c>own</c> or <c>untrusted:kind:reference</c>.</summary>
    string Origin { get; }
}

/// <summary>Notes on the context whenever a row that others wrote is read, whoever reads it and whatever they make of it.</summary>
internal sealed class ForeignRows : IMaterializationInterceptor
{
    /// <summary>The only one: contexts of one kind share their inner services.</summary>
    public static readonly ForeignRows Instance = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (entity is ILabelled labelled && Origin.IsUntrusted(labelled.Origin))
        {
            ((AppDbContext)materializationData.Context).Saw(labelled.Origin);
        }

        return entity;
    }
}
