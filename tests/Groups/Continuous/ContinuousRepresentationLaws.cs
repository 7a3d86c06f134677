using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class ContinuousRepresentationLaws
{
    [Fact]
    public void Matrices_multiply_as_the_elements_do()
    {
        foreach (ContinuousRepresentation rho in ContinuousExamples.Representations)
        {
            Homomorphism(rho.Group, rho.Matrix).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void That_law_rejects_forgotten_reflections_and_half_frequencies()
    {
        ContinuousIrrep rho = ContinuousGroup.O2.Irrep(2);
        Assert.Throws<Exception>(() => Homomorphism(rho.Group, g => rho.Matrix(new(g.Angle))).QuickCheckThrowOnFailure());
        ContinuousIrrep one = ContinuousGroup.SO2.Irrep(1);
        Assert.Throws<Exception>(() => Homomorphism(one.Group, g => one.Matrix(new(g.Angle / 2))).QuickCheckThrowOnFailure());
    }

    [Fact]
    public void Matrices_are_orthogonal_and_characters_are_their_traces()
    {
        foreach (ContinuousRepresentation rho in ContinuousExamples.Representations)
        {
            Prop.ForAll(ContinuousExamples.Isometries, drawn =>
            {
                PlanarIsometry g = ContinuousExamples.Within(rho.Group, drawn);
                return ContinuousExamples.Near(rho.Matrix(g.Inverse), rho.Matrix(g).Transpose())
                    && Math.Abs(rho.Character(g) - rho.Matrix(g).Trace()) < ContinuousExamples.Tolerance;
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Standard_matrices_are_pinned()
    {
        Matrix<double> turn = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, -1 }, { 1, 0 } });
        Matrix<double> mirror = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 0, -1 } });
        PlanarIsometry s = new(0, isReflection: true);
        Assert.True(ContinuousExamples.Near(ContinuousGroup.SO2.Irrep(1).Matrix(new(Math.PI / 2)), turn));
        Assert.True(ContinuousExamples.Near(ContinuousGroup.O2.Irrep(3).Matrix(new(Math.PI / 6)), turn));
        Assert.Equal(mirror, ContinuousGroup.O2.Irrep(3).Matrix(s));
        Assert.Equal([1.0, -1.0], new[] { ContinuousGroup.O2.Trivial, ContinuousGroup.O2.Sign }.Select(rho => rho.Character(s)));
    }

    /// <summary>
    /// The mean over the group of a function without frequencies from n on is its mean over n angles: here n = 11 > 5 + 5.
    /// </summary>
    [Fact]
    public void Characters_of_irreps_are_orthogonal_and_their_square_is_the_type()
    {
        Law.Holds(Orthogonality((rho, g) => rho.Character(g)));
        Assert.All(ContinuousGroup.SO2.Irreps(5), rho => Assert.Equal(rho.Frequency > 0 ? IrrepType.Complex : IrrepType.Real, rho.Type));
        Assert.All(ContinuousGroup.O2.Irreps(5), rho => Assert.Equal(IrrepType.Real, rho.Type));
    }

    [Fact]
    public void That_law_rejects_characters_without_the_zero_at_reflections() =>
        Law.IsBrokenBy(Orthogonality((rho, g) => rho.Character(new(g.Angle))));

    [Fact]
    public void Irreps_are_listed_by_frequency()
    {
        Assert.Equal(["irrep 0", "irrep 1", "irrep 2"], ContinuousGroup.SO2.Irreps(2).Select(rho => rho.Name));
        Assert.Equal(["irrep 0", "irrep 0-", "irrep 1", "irrep 2"], ContinuousGroup.O2.Irreps(2).Select(rho => rho.Name));
        Assert.Equal([1, 1, 2, 2], ContinuousGroup.O2.Irreps(2).Select(rho => rho.Dimension));
    }

    [Fact]
    public void Direct_sums_keep_their_order_count_multiplicities_and_have_equality()
    {
        OrthogonalGroup group = ContinuousGroup.O2;
        ContinuousDirectSum sum = group.Irrep(2) + group.Sign + group.Irrep(2);
        Assert.Equal([group.Irrep(2), group.Sign, group.Irrep(2)], sum.Irreps);
        Assert.Equal("irrep 2 + irrep 0- + irrep 2", sum.ToString());
        Assert.Equal(5, sum.Dimension);
        Assert.Equal([2, 1, 0], new[] { group.Irrep(2), group.Sign, group.Trivial }.Select(sum.Multiplicity));
        Assert.Equal(0, sum.Multiplicity(ContinuousGroup.SO2.Irrep(2)));
        ContinuousDirectSum again = group.Irrep(2) + (group.Sign + group.Irrep(2));
        Assert.Equal(sum, again);
        Assert.Equal(sum.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(sum, group.Sign + group.Irrep(2) + group.Irrep(2));
        Assert.NotEqual<ContinuousRepresentation>(group.Irrep(2), ContinuousGroup.SO2.Irrep(2));
    }

    [Fact]
    public void What_does_not_exist_is_refused()
    {
        OrthogonalGroup group = ContinuousGroup.O2;
        PlanarIsometry s = new(0, isReflection: true);
        Message.Says<ArgumentOutOfRangeException>(() => group.Irrep(-1), "frequency");
        Message.Says<ArgumentOutOfRangeException>(() => group.Irreps(-1), "maximumFrequency");
        Message.Says<ArgumentOutOfRangeException>(() => ContinuousGroup.SO2.Irreps(-1), "maximumFrequency");
        Message.Says<ArgumentException>(() => group.Irrep(2, Parity.Odd), "frequency 2", "only frequency 0 has a parity");
        Message.Says<ArgumentException>(() => ContinuousGroup.SO2.Irrep(1).Matrix(s), "SO(2)", "r(0) s", "O(2)");
        Message.Says<ArgumentException>(() => ContinuousGroup.SO2.Irrep(1).Character(s), "rotations only");
        Message.Says<ArgumentException>(() => group.Irrep(1) + ContinuousGroup.SO2.Irrep(1), "O(2)", "SO(2)", "same group");
        Message.Says<ArgumentOutOfRangeException>(() => group.Element(3, 6), "O(2)", "no element 6", "numbered 0 to 5");
        Message.Says<ArgumentOutOfRangeException>(() => group.Element(0, 0), "n");
    }

    private static Property Homomorphism(ContinuousGroup group, Func<PlanarIsometry, Matrix<double>> matrix) =>
        Prop.ForAll(ContinuousExamples.Isometries, ContinuousExamples.Isometries, (a, b) =>
        {
            PlanarIsometry g = ContinuousExamples.Within(group, a);
            PlanarIsometry h = ContinuousExamples.Within(group, b);
            return ContinuousExamples.Near(matrix(g * h), matrix(g) * matrix(h));
        });

    private static string? Orthogonality(Func<ContinuousIrrep, PlanarIsometry, double> character) =>
        (from whole in ContinuousExamples.Groups
         let elements = Enumerable.Range(0, whole.Finite(11).Order).Select(g => whole.Element(11, g)).ToArray()
         from rho in whole.Irreps(5)
         from sigma in whole.Irreps(5)
         let mean = elements.Average(g => character(rho, g) * character(sigma, g))
         where Math.Abs(mean - (rho.Equals(sigma) ? (int)rho.Type : 0)) > ContinuousExamples.Tolerance
         select $"{whole}: the characters of {rho} and {sigma} have product {mean}").FirstOrDefault();
}
