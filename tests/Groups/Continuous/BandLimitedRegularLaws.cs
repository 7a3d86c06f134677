using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class BandLimitedRegularLaws
{
    private static IEnumerable<(BandLimitedRegular Rho, int N)> Cases =>
        from whole in ContinuousExamples.Groups
        from k in Enumerable.Range(0, 5)
        from n in new[] { (2 * k) + 1, (2 * k) + 2, (2 * k) + 5 }
        select (whole.BandLimitedRegular(k), n);

    [Fact]
    public void An_irrep_occurs_as_often_as_its_dimension_over_its_type()
    {
        Assert.Equal("irrep 0,irrep 1,irrep 2", string.Join(',', ContinuousGroup.SO2.BandLimitedRegular(2).Irreps));
        Assert.Equal("irrep 0,irrep 0-,irrep 1,irrep 1,irrep 2,irrep 2", string.Join(',', ContinuousGroup.O2.BandLimitedRegular(2).Irreps));
        Assert.Equal([1, 3, 5], Enumerable.Range(0, 3).Select(k => ContinuousGroup.SO2.BandLimitedRegular(k).Dimension));
        Assert.Equal([2, 6, 10], Enumerable.Range(0, 3).Select(k => ContinuousGroup.O2.BandLimitedRegular(k).Dimension));
    }

    [Fact]
    public void Samples_give_the_function_back()
    {
        foreach ((BandLimitedRegular rho, int n) in Cases)
        {
            Law.Holds(Orthogonality(rho, n));
            Assert.True(ContinuousExamples.Near(
                rho.ReconstructionMatrix(n) * rho.SamplingMatrix(n), ContinuousExamples.Identity(rho.Dimension)));
        }
    }

    /// <summary>At n = 2K the waves of frequency K and -K agree at every sample.</summary>
    [Fact]
    public void That_law_rejects_too_few_samples()
    {
        foreach (ContinuousGroup group in ContinuousExamples.Groups)
        {
            Law.IsBrokenBy(Orthogonality(group.BandLimitedRegular(3), 6));
            Law.IsBrokenBy(Orthogonality(group.BandLimitedRegular(3), 5));
        }
    }

    [Fact]
    public void Sampling_evaluates_the_matrix_entries_of_the_irreps()
    {
        foreach ((BandLimitedRegular rho, int n) in Cases)
        {
            Assert.True(ContinuousExamples.Near(Sampled(rho, n), rho.SamplingMatrix(n)));
        }
    }

    [Fact]
    public void Sampling_commutes_with_the_subgroup()
    {
        foreach ((BandLimitedRegular rho, int n) in Cases)
        {
            Law.Holds(Equivariance(rho, n, (group, g, h) => group.Multiply(g, h)));
        }
    }

    [Fact]
    public void That_law_rejects_translation_from_the_right() =>
        Law.IsBrokenBy(Equivariance(ContinuousGroup.O2.BandLimitedRegular(2), 5, (group, g, h) => group.Multiply(h, group.Inverse(g))));

    [Fact]
    public void With_as_many_samples_as_coordinates_it_is_the_regular_representation()
    {
        foreach (ContinuousGroup group in ContinuousExamples.Groups)
        {
            for (int k = 0; k < 5; k++)
            {
                Representation restricted = group.BandLimitedRegular(k).Restrict((2 * k) + 1);
                RegularRepresentation regular = new(restricted.Group);
                Assert.Equal(regular.Dimension, restricted.Dimension);
                Assert.All(regular.Group.Elements, g => Assert.Equal(regular.Character(g.Index), restricted.Character(g.Index), 10));
            }
        }
    }

    /// <summary>The action is (L_g f)(x) = f(g^-1 x), for any element of the continuous group and at any x.</summary>
    [Fact]
    public void The_action_moves_the_function()
    {
        foreach (ContinuousGroup group in ContinuousExamples.Groups)
        {
            BandLimitedRegular rho = group.BandLimitedRegular(3);
            Prop.ForAll(ContinuousExamples.Isometries, ContinuousExamples.Isometries, (a, b) =>
            {
                PlanarIsometry g = ContinuousExamples.Within(group, a);
                PlanarIsometry x = ContinuousExamples.Within(group, b);
                return ContinuousExamples.Near(Functions(rho, x) * rho.Matrix(g), Functions(rho, g.Inverse * x));
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Too_few_samples_are_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(
            () => ContinuousGroup.SO2.BandLimitedRegular(3).SamplingMatrix(6), "regular up to 3", "6 rotations", "from 3;", "Take 7");
        Message.Says<ArgumentOutOfRangeException>(
            () => ContinuousGroup.O2.BandLimitedRegular(3).ReconstructionMatrix(5), "5 rotations", "frequency 3 from 2", "Take 7");
        Message.Says<ArgumentOutOfRangeException>(() => ContinuousGroup.O2.BandLimitedRegular(0).SamplingMatrix(0), "Take 1");
        Message.Says<ArgumentOutOfRangeException>(() => ContinuousGroup.O2.BandLimitedRegular(-1), "maximumFrequency");
    }

    [Fact]
    public void Equal_when_group_and_frequency_are()
    {
        BandLimitedRegular rho = ContinuousGroup.O2.BandLimitedRegular(2);
        Assert.Equal(rho, ContinuousGroup.O2.BandLimitedRegular(2));
        Assert.Equal(rho.GetHashCode(), ContinuousGroup.O2.BandLimitedRegular(2).GetHashCode());
        Assert.NotEqual(rho, ContinuousGroup.O2.BandLimitedRegular(3));
        Assert.NotEqual(rho, ContinuousGroup.SO2.BandLimitedRegular(2));
        Assert.Equal("regular up to 2", rho.ToString());
    }

    private static string? Orthogonality(BandLimitedRegular rho, int n)
    {
        Matrix<double> sampling = Sampled(rho, n);
        return ContinuousExamples.Near(
            sampling.TransposeThisAndMultiply(sampling) / sampling.RowCount, ContinuousExamples.Identity(rho.Dimension))
            ? null
            : $"{rho} of {rho.Group}: the columns of {n} samples are not orthogonal";
    }

    private static string? Equivariance(BandLimitedRegular rho, int n, Func<FiniteGroup, int, int, int> move)
    {
        Representation restricted = rho.Restrict(n);
        FiniteGroup table = restricted.Group;
        Matrix<double> sampling = rho.SamplingMatrix(n);
        return (from g in Enumerable.Range(0, table.Order)
                let moved = Matrix<double>.Build.Dense(table.Order, table.Order, (i, j) => move(table, g, j) == i ? 1 : 0)
                where !ContinuousExamples.Near(sampling * restricted.Matrix(g), moved * sampling)
                select $"{rho} at {table}: sampling does not commute with {g}").FirstOrDefault();
    }

    private static Matrix<double> Sampled(BandLimitedRegular rho, int n) => Enumerable.Range(0, rho.Group.Finite(n).Order)
        .Select(h => Functions(rho, rho.Group.Element(n, h))).Aggregate((above, row) => above.Stack(row));

    /// <summary>The basis functions at one element, as a row: each irrep's entries by columns, times the root of its dimension.</summary>
    private static Matrix<double> Functions(BandLimitedRegular rho, PlanarIsometry x) => Matrix<double>.Build.DenseOfRows(
    [
        rho.Group.Irreps(rho.MaximumFrequency).SelectMany(irrep =>
            irrep.Matrix(x).ToColumnMajorArray()
                .Take(irrep.Dimension * rho.Multiplicity(irrep))
                .Select(entry => Math.Sqrt(irrep.Dimension) * entry)),
    ]);
}
