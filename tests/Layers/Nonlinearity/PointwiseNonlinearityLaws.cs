using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class PointwiseNonlinearityLaws
{
    private static readonly Dictionary<string, (Func<FieldType, PointwiseNonlinearity> Layer, Func<double, double> Formula)> All = new()
    {
        ["ReLU"] = (PointwiseNonlinearity.ReLU, x => Math.Max(x, 0)),
        ["LeakyReLU"] = (type => PointwiseNonlinearity.LeakyReLU(type, 0.25), x => x > 0 ? x : 0.25 * x),
        ["ELU"] = (type => PointwiseNonlinearity.ELU(type, 2), x => x > 0 ? x : 2 * (Math.Exp(x) - 1)),
        ["SiLU"] = (PointwiseNonlinearity.SiLU, x => x / (1 + Math.Exp(-x))),
        ["Softplus"] = (type => PointwiseNonlinearity.Softplus(type, 2), x => Math.Log(1 + Math.Exp(2 * x)) / 2),
        ["Tanh"] = (PointwiseNonlinearity.Tanh, Math.Tanh),
        ["Sigmoid"] = (PointwiseNonlinearity.Sigmoid, x => 1 / (1 + Math.Exp(-x))),
        ["GELU"] = (PointwiseNonlinearity.GELU, x => x * MathNet.Numerics.Distributions.Normal.CDF(0, 1, x)),
    };

    public static IEnumerable<object[]> Cases =>
        from kind in All.Keys from g in PlaneGroup.All where g.Lattice is SquareLattice select new object[] { kind, g.Name };

    public static TheoryData<string> Kinds => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Commutes_with_every_element(string kind, string group) =>
        Laws.Commutes(All[kind].Layer(Examples.Mixed(PlaneGroup.Named(group))), 4, 5);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_its_formula(string kind)
    {
        using PointwiseNonlinearity layer = All[kind].Layer(FieldType.Trivial(PlaneGroup.P1, 1));
        double[] points = [-3, -1, -0.5, 0, 0.25, 1, 2.5];
        Tensor y = layer.call(tensor(points, [1, 1, 1, points.Length]));
        Assert.All(y.data<double>().Zip(points), pair => Assert.Equal(All[kind].Formula(pair.Second), pair.First, 1e-12));
        Assert.Equal(kind, layer.GetName());
    }

    [Fact]
    public void A_function_that_looks_at_the_channel_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        Tensor thresholds = arange(8, ScalarType.Float64).reshape(1, 8, 1, 1);
        Laws.IsRefused(x => (x - thresholds).relu(), type, type, 4, 5);
    }

    [Fact]
    public void On_a_field_that_changes_signs_the_rectifier_is_refused()
    {
        FieldType mixing = MixingRepresentation.Type(PlaneGroup.P4);
        Laws.IsRefused(x => x.relu(), mixing, mixing, 4, 5);
        Messages.Say<ArgumentException>(() => PointwiseNonlinearity.ReLU(mixing), "ReLU", "permute channels", "'mixing'", "regular");
    }

    [Fact]
    public void An_odd_function_commutes_with_changes_of_sign()
    {
        FieldType mixing = MixingRepresentation.Type(PlaneGroup.P4m);
        Laws.Commutes(PointwiseNonlinearity.Odd(mixing, x => x.pow(3), "cube"), 4, 5);
        Laws.Commutes(PointwiseNonlinearity.Tanh(mixing), 4, 5);
        Laws.IsRefused(x => x.pow(2), mixing, mixing, 4, 5);

        // At 8 rotations the matrices are no permutations, up to signs or not.
        FieldType vectors = FieldType.Of(PlaneGroup.Cyclic(8), Irreps.Of(FiniteGroup.Cyclic(8)).First(irrep => irrep.Frequency == 1));
        Messages.Say<ArgumentException>(
            () => PointwiseNonlinearity.Tanh(vectors), "Tanh", "odd function", "up to signs", "'irrep 1'", "NormNonlinearity");
    }

    [Fact]
    public void A_function_that_is_not_odd_is_refused_where_signs_change() => Messages.Say<ArgumentException>(
        () => PointwiseNonlinearity.Odd(MixingRepresentation.Type(PlaneGroup.P4), x => x.relu(), "my function"),
        "my function is no odd function", "0.01 at 0.01", "0 at -0.01", "use the constructor");

    [Fact]
    public void The_trivial_irrep_is_a_trivial_field()
    {
        FieldType irrep = FieldType.Copies(PlaneGroup.P4m, Irreps.Of(PlaneGroup.P4m.PointGroup)[0], 2);
        Laws.Commutes(PointwiseNonlinearity.ReLU(irrep), 4, 5);
        Laws.Commutes(new MaxPooling(irrep, 3, 1), 4, 5);
    }

    [Fact]
    public void A_sharpness_that_is_not_positive_is_refused() => Messages.Say<ArgumentOutOfRangeException>(
        () => PointwiseNonlinearity.Softplus(FieldType.Trivial(PlaneGroup.P1, 1), 0), "Softplus", "beta is 0", "above 0");

    [Fact]
    public void Any_function_serves_and_may_give_back_its_input()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        Laws.Commutes(new PointwiseNonlinearity(type, x => x.pow(2), "square"), 4, 5);
        EquivariantSequential net = new(new PointwiseNonlinearity(type, x => x), new PointwiseNonlinearity(type, x => x));
        Tensor input = Laws.Input(type, 4, 5);
        Assert.True(Examples.Same(input, net.call(input)));
    }

    [Fact]
    public void Nothing_at_all_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => PointwiseNonlinearity.ReLU(null!));
        Assert.Throws<ArgumentNullException>(() => new PointwiseNonlinearity(FieldType.Trivial(PlaneGroup.P1, 1), null!));
    }
}
