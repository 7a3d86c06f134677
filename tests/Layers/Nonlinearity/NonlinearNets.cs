using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The nonlinearities between convolutions: what one gives the next takes, and the whole commutes and learns.</summary>
public class NonlinearNets
{
    public static TheoryData<string> PlaneGroups => ["p4", "p4m", "p3m1", "p6"];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void A_net_of_all_of_them_commutes_and_gradients_reach_every_weight(string name)
    {
        manual_seed(2);
        using EquivariantSequential net = Net(PlaneGroup.Named(name));
        AnyLattice.Commutes(net);
        net.call(AnyLattice.Normal(net.InputType)).pow(2).sum().backward();
        Assert.All(net.named_parameters(), entry => Assert.True((bool)entry.parameter.grad!.ne(0).any(), entry.name));
    }

    [Fact]
    public void A_state_of_such_a_net_goes_round()
    {
        using EquivariantSequential net = Net(PlaneGroup.P4m), other = Net(PlaneGroup.P4m);
        net.to(ScalarType.Float64);
        other.to(ScalarType.Float64);
        Tensor x = AnyLattice.Normal(net.InputType);
        Assert.False(Examples.Same(net.call(x), other.call(x)));
        other.load_state_dict(net.state_dict());
        Assert.True(Examples.Same(net.call(x), other.call(x)));
    }

    private static EquivariantSequential Net(PlaneGroup g)
    {
        IReadOnlyList<Irrep> irreps = Irreps.Of(g.PointGroup);
        FieldType each = FieldType.Of(g, [.. irreps]), functions = FieldType.Copies(g, Representation.DirectSum([.. irreps]), 2);
        Stencil window = Examples.Window(g, 3);
        GatedNonlinearity gated = new(each + FieldType.Regular(g, 1));
        TensorProductNonlinearity product = new(each, each);
        VectorFieldNonlinearity vectors = new(FieldType.Regular(g, 2));
        FieldType sign = FieldType.Of(g, irreps.Last(irrep => irrep.Dimension == 1));
        ConcatenatedNonlinearity halves = new(sign + FieldType.Trivial(g, 1));
        return new(
            To(FieldType.Trivial(g, 1), gated.InputType), gated, FieldGroupNorm.Layer(gated.OutputType),
            To(gated.OutputType, product.InputType), product, FieldGroupNorm.Instance(product.OutputType),
            To(product.OutputType, functions), new FourierPointwiseNonlinearity(functions),
            To(functions, vectors.InputType), vectors, To(vectors.OutputType, halves.InputType), halves);

        Convolution To(FieldType from, FieldType to) => new(from, to, window, padding: 1);
    }
}
