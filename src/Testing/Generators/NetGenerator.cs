using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>Draws nets step by step; each step is chosen among those that may follow the state so far.</summary>
internal static class NetGenerator
{
    private const int LargestSide = 10;
    private const int MostSteps = 5;

    public static Gen<NetPlan> For(PlaneGroup plane, bool exact) =>
        from size in Sizes(plane)
        from fields in Gen.Choose(1, 3)
        from length in Gen.Choose(1, MostSteps)
        let input = new NetState(FieldType.Trivial(plane, fields), size.Rows, size.Columns)
        from steps in Steps(input, length, exact, [])
        select new NetPlan(input, steps);

    /// <summary>Rectangles, and hexagons of radius 1 to 4.</summary>
    private static Gen<(int Rows, int Columns)> Sizes(PlaneGroup plane) => plane.Lattice is HexagonalLattice
        ? from radius in Gen.Choose(1, (LargestSide - 1) / 2) select ((2 * radius) + 1, (2 * radius) + 1)
        : from rows in Gen.Choose(3, LargestSide) from columns in Gen.Choose(3, LargestSide) select (rows, columns);

    private static Gen<IReadOnlyList<NetStep>> Steps(NetState state, int length, bool exact, IReadOnlyList<NetStep> sofar) => length == 0
        ? Gen.Constant(sofar)
        : from step in Step(state, exact)
          from all in Steps(step.Next(state), length - 1, exact, [.. sofar, step])
          select all;

    /// <summary>A convolution half of the time; a 1 x 1 convolution fits every state, so there always is a choice.</summary>
    private static Gen<NetStep> Step(NetState state, bool exact)
    {
        IReadOnlyList<FieldType> outputs = Outputs(state.Type.Group);
        List<(int, Gen<NetStep>)> kinds = [];
        Offer(kinds, 6, StepCandidates.Convolutions(state, outputs));
        Offer(kinds, 2, StepCandidates.Pointwise(state, exact));
        Offer(kinds, 2, StepCandidates.Poolings(state, exact));
        Offer(kinds, 1, StepCandidates.Residuals(state, outputs));
        GroupPoolingStep pooling = new();
        Offer(kinds, 3, pooling.Fault(state) is null ? [pooling] : []);
        return Gen.Frequency(kinds);
    }

    private static IReadOnlyList<FieldType> Outputs(PlaneGroup group) =>
    [
        FieldType.Trivial(group, 2),
        FieldType.Regular(group, 1),
        FieldType.Regular(group, 2),
        FieldType.Trivial(group, 1) + FieldType.Regular(group, 1),
        .. Subgroup.AllOf(group.PointGroup).Select(k => FieldType.Quotient(group, k, 1)),
    ];

    private static void Offer(List<(int Weight, Gen<NetStep> Steps)> kinds, int weight, IReadOnlyList<NetStep> candidates)
    {
        if (candidates.Count > 0)
        {
            kinds.Add((weight, Gen.Elements<NetStep>(candidates)));
        }
    }
}
