using GCnn.Groups;

namespace GCnn.Benchmarks;

/// <summary>A layer from regular fields to as many regular fields.</summary>
/// <param name="Group">C_n or D_n.</param>
/// <param name="Fields">The number of fields.</param>
/// <param name="Size">The side of the stencil.</param>
internal sealed record ConstructionCase(string Group, int Fields, int Size)
{
    /// <summary>The cases of benchmarks/peers/e2cnn_construction.py.</summary>
    public static IReadOnlyList<ConstructionCase> All =>
    [
        new("C4", 16, 3), new("D4", 16, 3), new("D4", 16, 5), new("C8", 16, 5), new("D8", 16, 5), new("D16", 64, 5),
    ];

    public string Layer => $"{Group} {Fields} regular -> {Fields} regular {Size}x{Size}";

    public PlaneGroup PlaneGroup => Group[0] == 'D'
        ? PlaneGroup.Dihedral(int.Parse(Group.AsSpan(1)))
        : PlaneGroup.Cyclic(int.Parse(Group.AsSpan(1)));
}
