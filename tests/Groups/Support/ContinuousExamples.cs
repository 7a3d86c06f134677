using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

/// <summary>SO(2) and O(2): representations to try, elements to draw, and how near numbers must be.</summary>
internal static class ContinuousExamples
{
    public const double Tolerance = 1e-12;

    public static IEnumerable<ContinuousGroup> Groups => [ContinuousGroup.SO2, ContinuousGroup.O2];

    public static IEnumerable<ContinuousIrrep> Irreps(int maximumFrequency) =>
        Groups.SelectMany(group => group.Irreps(maximumFrequency));

    public static IEnumerable<ContinuousRepresentation> Representations =>
    [
        .. Irreps(5),
        .. Groups.Select(group => group.Irrep(2) + group.Trivial + group.Irrep(1)),
        ContinuousGroup.O2.Irrep(3) + ContinuousGroup.O2.Sign,
        .. Groups.Select(group => group.BandLimitedRegular(3)),
    ];

    /// <summary>Any angle from -2 to 2 turns, with or without the reflection.</summary>
    public static Arbitrary<PlanarIsometry> Isometries =>
        (from millionths in Gen.Choose(-2_000_000, 2_000_000)
         from isReflection in Gen.Elements(false, true)
         select new PlanarIsometry(millionths * 1e-6 * Math.Tau, isReflection)).ToArbitrary();

    /// <summary>The element if the group holds it, else its rotation.</summary>
    public static PlanarIsometry Within(ContinuousGroup group, PlanarIsometry g) => group.HasReflections ? g : new(g.Angle);

    public static bool Near(Matrix<double> a, Matrix<double> b) =>
        a.RowCount == b.RowCount && a.ColumnCount == b.ColumnCount && (a - b).ToRowMajorArray().All(x => Math.Abs(x) < Tolerance);

    public static Matrix<double> Identity(int n) => Matrix<double>.Build.DenseIdentity(n);
}
