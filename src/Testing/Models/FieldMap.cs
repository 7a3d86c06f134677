using GCnn.Actions;
using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>The field types of a layer that does not say them itself.</summary>
/// <param name="InputType">The type of the tensors it takes.</param>
/// <param name="OutputType">The type of the tensors it gives, over the same plane group or a subgroup of it.</param>
public sealed record FieldMap(FieldType InputType, FieldType OutputType) : IFieldMap;
