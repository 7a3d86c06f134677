using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The rectifier for fields of every kind: of each channel where the field permutes them, and of the norm elsewhere.</summary>
internal static class Rectifier
{
    internal static EquivariantModule For(FieldType type)
    {
        EquivariantModule[] parts = [.. Runs(type).Select(run =>
            run.IsPermutation ? (EquivariantModule)PointwiseNonlinearity.ReLU(run) : new NormNonlinearity(run))];
        return parts.Length == 1 ? parts[0] : new DirectSum(parts);
    }

    /// <summary>The longest runs of fields that all permute their channels, or none of which do.</summary>
    private static IEnumerable<FieldType> Runs(FieldType type)
    {
        for (int first = 0; first < type.Fields.Count;)
        {
            bool permutes = type.Fields[first] is PermutationRepresentation;
            Representation[] run = [.. type.Fields.Skip(first).TakeWhile(field => field is PermutationRepresentation == permutes)];
            yield return FieldType.Of(type.Group, run);
            first += run.Length;
        }
    }
}
