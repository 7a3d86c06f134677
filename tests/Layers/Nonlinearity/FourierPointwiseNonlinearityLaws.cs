using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class FourierPointwiseNonlinearityLaws
{
    public static TheoryData<string> PlaneGroups => AnyLattice.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_commutes_on_functions_on_the_group_and_on_parts_of_them(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        Representation functions = Functions(g.PointGroup);
        FieldType type = FieldType.Copies(g, functions, 2) + FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]) + FieldType.Regular(g, 1);
        using FourierPointwiseNonlinearity layer = new(type), shifted = new(type, function: x => (x + 1).exp());
        AnyLattice.Commutes(shifted);
        AnyLattice.Commutes(layer);
        AnyLattice.LeavesNothingBehind(layer);
        Assert.Equal(new PointwiseGeometry(), layer.Geometry);
    }

    [Fact]
    public void It_commutes_beyond_the_lattice()
    {
        foreach (Lattice lattice in new Lattice[] { new SquareLattice(), new HexagonalLattice() })
        {
            AnyLattice.Commutes(new FourierPointwiseNonlinearity(Circular(PlaneGroup.SO2(2, lattice))));
            AnyLattice.Commutes(new FourierPointwiseNonlinearity(Circular(PlaneGroup.O2(2, lattice)), function: x => x.exp()));
            AnyLattice.Commutes(new FourierPointwiseNonlinearity(FieldType.Copies(
                PlaneGroup.Dihedral(12, lattice), Functions(FiniteGroup.Dihedral(12)), 1)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void On_the_circle_it_samples_as_the_band_limited_regular_representation_does(int frequency)
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.SO2(frequency), PlaneGroup.O2(frequency) })
        {
            BandLimitedRegular regular = Regular(g, frequency);
            int rotations = FourierSampling.Rotations(g);
            foreach (int n in new[] { rotations, rotations / 2, rotations / 3 }.Where(n => n > 2 * frequency && rotations % n == 0))
            {
                double[] matrix = FourierSampling.Matrix(Circular(g).Fields[0], FourierSampling.Elements(g, n))!;
                Matrix<double> expected = regular.SamplingMatrix(n);
                Assert.InRange(expected.ToRowMajorArray().Zip(matrix, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-12);
            }
        }
    }

    [Fact]
    public void On_the_finite_group_it_is_the_inverse_transform_the_function_and_the_transform()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.P6, PlaneGroup.P31m })
        {
            GroupFourierTransform transform = GroupFourierTransform.Of(g.PointGroup);
            Matrix<double> u = transform.Orthonormal();
            FieldType type = FieldType.Of(g, Functions(g.PointGroup));
            using FourierPointwiseNonlinearity layer = new(type, function: x => x.pow(3).abs());
            double[] x = [.. Enumerable.Range(0, g.Order).Select(i => Math.Sin(i + 1))];
            Vector<double> values = Math.Sqrt(g.Order) * (u.Transpose() * Vector<double>.Build.Dense(x));
            Vector<double> expected = u * values.PointwisePower(3).PointwiseAbs() / Math.Sqrt(g.Order);
            double[] actual = [.. layer.call(tensor(x, [1, g.Order, 1, 1])).data<double>()];
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void With_the_identity_it_is_the_identity_and_with_a_square_the_band_of_the_square()
    {
        FieldType type = Circular(PlaneGroup.SO2(1));
        Tensor x = AnyLattice.Normal(type);
        AnyLattice.AssertClose(x, new FourierPointwiseNonlinearity(type, function: y => y).call(x));

        // (a + √2 b cos α)² = a² + b² + 2√2 ab cos α + b² cos 2α, of which frequency 2 is dropped.
        Tensor one = tensor(new double[] { 3, 2, 0 }, [1, 3, 1, 1]), expected = tensor(new double[] { 13, 12, 0 }, [1, 3, 1, 1]);
        using FourierPointwiseNonlinearity square = new(FieldType.Of(type.Group, type.Fields[0]), function: y => y.pow(2));
        AnyLattice.AssertClose(expected, square.call(one));
    }

    [Fact]
    public void It_is_exact_under_the_sampled_elements_and_its_error_under_the_others_falls_with_their_number()
    {
        // On one pixel an element is its matrix, whether it keeps the lattice or not. C60 stands for SO(2), frequencies go up to 3.
        FieldType type = FieldType.Copies(PlaneGroup.SO2(12), ContinuousGroup.SO2.BandLimitedRegular(3), 2);
        List<double> errors = [];
        foreach (int n in new[] { 10, 15, 20, 30 })
        {
            using FourierPointwiseNonlinearity layer = new(type, n);
            double[] byElement = [.. Enumerable.Range(0, 60).Select(h => Error(layer, type, h))];
            Assert.Equal(Enumerable.Range(0, n).Select(j => j * 60 / n), layer.SampledElements);
            Assert.All(layer.SampledElements, h => Assert.InRange(byElement[h], 0, 1e-12));
            Assert.All(Enumerable.Range(0, 60).Except(layer.SampledElements), h => Assert.InRange(byElement[h], 1e-5, 1));
            errors.Add(byElement.Max());
        }

        // Measured: 0.110, 0.054, 0.030, 0.015 of the largest output, about 11 / n².
        double[] bounds = [0.12, 0.06, 0.035, 0.017];
        Assert.All(errors.Zip(bounds), pair => Assert.InRange(pair.First, 0, pair.Second));
    }

    [Fact]
    public void Of_a_polynomial_enough_samples_are_exact_under_every_element()
    {
        // A square has frequencies up to 2K. At n samples they fold to n − 2K and above: beyond K where n > 3K.
        FieldType type = FieldType.Copies(PlaneGroup.SO2(12), ContinuousGroup.SO2.BandLimitedRegular(3), 2);
        using FourierPointwiseNonlinearity enough = new(type, 10, x => x.pow(2)), cubed = new(type, 10, x => x.pow(3));
        Assert.All(Enumerable.Range(0, 60), h => Assert.InRange(Error(enough, type, h), 0, 1e-12));
        Assert.InRange(Error(cubed, type, 1), 1e-3, 1);
    }

    [Fact]
    public void Samples_without_the_quarter_turns_are_refused_on_the_square_lattice_and_it_says_so()
    {
        FieldType type = Circular(PlaneGroup.SO2(2));
        using FourierPointwiseNonlinearity six = new(type, 6);
        AnyLattice.IsRefused(six.call, type, type);
        Assert.Equal(new PointwiseGeometry(PlaneGroup.Cyclic(6)), six.Geometry);
        Assert.Equal([0, 2, 4, 6, 8, 10], six.SampledElements);
        Assert.Equal([0, 6], Certificate.For(new EquivariantSequential(six), 4, 6).Elements);

        FieldType hexagonal = Circular(PlaneGroup.SO2(2, new HexagonalLattice()));
        using FourierPointwiseNonlinearity enough = new(hexagonal, 6);
        Assert.Equal(new PointwiseGeometry(PlaneGroup.P6), enough.Geometry);
        AnyLattice.Commutes(enough);
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p6m")]
    public void The_rectifier_of_the_coefficients_is_refused(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = FieldType.Of(g, Functions(g.PointGroup));
        AnyLattice.IsRefused(x => x.relu(), type, type);
    }

    [Fact]
    public void With_the_rectifier_it_exports()
    {
        PlaneGroup g = PlaneGroup.O2(2);
        using FourierPointwiseNonlinearity layer = new(Circular(g) + AnyLattice.Irreps(g));
        using FourierPointwiseNonlinearity squared = new(Circular(g), function: x => x.pow(2));
        Exports.AreSame(layer, AnyLattice.Normal(layer.InputType));
        Messages.Say<NotSupportedException>(() => PlainNet.Of(squared), "FourierPointwiseNonlinearity", "nn.ELU().call");
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        PlaneGroup g = PlaneGroup.SO2(2);
        FieldType type = Circular(g), twice = FieldType.Of(g, type.Fields[0] + type.Fields[0]);
        Messages.Say<ArgumentOutOfRangeException>(
            () => new FourierPointwiseNonlinearity(type, 5), "C12", "SO(2)", "divide 12", "5 does not");
        Messages.Say<ArgumentOutOfRangeException>(() => new FourierPointwiseNonlinearity(type, 0), "0 does not");
        Messages.Say<ArgumentException>(
            () => new FourierPointwiseNonlinearity(type, 4), "FourierPointwiseNonlinearity", "4 elements", "twice its highest frequency");
        Messages.Say<ArgumentException>(
            () => new FourierPointwiseNonlinearity(twice), $"'{twice.Fields[0]}'", "more often than the regular");
    }

    /// <summary>The largest error of <c>f(ρ(h) x) = ρ(h) f(x)</c>, relative to the largest number in <c>f(x)</c>.</summary>
    private static double Error(FourierPointwiseNonlinearity layer, FieldType type, int h)
    {
        Matrix<double> rho = type.Fields[0].Matrix(h);
        Tensor matrix = kron(type.Fields.Count, rho), x = randn([8, type.Channels], ScalarType.Float64, generator: new Generator(4));
        Tensor y = Call(x);
        return ((Call(x.matmul(matrix.t())) - y.matmul(matrix.t())).abs().max() / y.abs().max()).ToDouble();

        Tensor Call(Tensor vectors) => layer.call(vectors.unsqueeze(-1).unsqueeze(-1)).flatten(1);

        static Tensor kron(int copies, Matrix<double> block)
        {
            Matrix<double> all = Matrix<double>.Build.DenseIdentity(copies).KroneckerProduct(block);
            return tensor(all.ToRowMajorArray(), [all.RowCount, all.ColumnCount]);
        }
    }

    private static BandLimitedRegular Regular(PlaneGroup g, int frequency) =>
        (g.IsRotation(g.Order - 1) ? (ContinuousGroup)ContinuousGroup.SO2 : ContinuousGroup.O2).BandLimitedRegular(frequency);

    private static FieldType Circular(PlaneGroup g) => FieldType.Copies(g, Regular(g, g.MaximumFrequency!.Value), 2);

    /// <summary>The functions on a group in coordinates of their Fourier transform.</summary>
    private static Representation Functions(FiniteGroup group) => Representation.DirectSum(
        [.. GroupFourierTransform.Of(group).Blocks.SelectMany(block => Enumerable.Repeat<Representation>(block.Irrep, block.Columns))]);
}
