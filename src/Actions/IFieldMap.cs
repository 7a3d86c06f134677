using GCnn.Groups;

namespace GCnn.Actions;

/// <summary>A map between tensors of two field types: what a harness must know of a layer to ask whether it commutes.</summary>
/// <remarks>
/// Layers of this library say it of themselves. A layer of anybody's may, too, and is then measured as part of a model without more words.
/// The output type's plane group is the input type's, or a subgroup of it where the layer forgets symmetries.
/// </remarks>
public interface IFieldMap
{
    /// <summary>The type of the tensors it takes.</summary>
    FieldType InputType { get; }

    /// <summary>The type of the tensors it gives.</summary>
    FieldType OutputType { get; }
}
