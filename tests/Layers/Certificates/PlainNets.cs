using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Certificates of nets with plain modules in them, and how certificates print.</summary>
public class PlainNets
{
    private static readonly FieldType Scalars = FieldType.Trivial(PlaneGroup.P4m, 2);

    [Fact]
    public void A_plain_sequence_of_equivariant_layers_is_certified_as_it_is()
    {
        using nn.Module<Tensor, Tensor> net = nn.Sequential(new MaxPooling(Scalars, 3, 2, 1), PointwiseNonlinearity.ReLU(Scalars));
        Assert.Equal(Exactness.Exact, Certificate.For(net, Scalars, 9, 9).Exactness);
        Assert.Equal("0 MaxPooling", Certificate.For(net, Scalars, 8, 8).FirstOffender!.Title);
    }

    [Fact]
    public void A_plain_module_is_unknown_and_named()
    {
        using nn.Module<Tensor, Tensor> net = nn.Sequential(new MaxPooling(Scalars, 3, 2, 1), nn.Sequential(nn.Conv2d(2, 2, 3)));
        var certificate = Certificate.For(net, Scalars, 9, 9);
        Assert.Equal(Exactness.Unknown, certificate.Exactness);
        Assert.Equal("1.0 Conv2d", certificate.FirstOffender!.Title);
        Assert.Contains("not certified, a layer is unknown", certificate.ToString(), StringComparison.Ordinal);
        Assert.Contains("1.0 Conv2d, it does not say how its outputs stand on its input", certificate.ToString(), StringComparison.Ordinal);
        using nn.Module<Tensor, Tensor> alone = nn.Conv2d(2, 2, 3);
        Assert.Equal("Conv2d", Certificate.For(alone, Scalars, 9, 9).FirstOffender!.Title);
    }

    [Fact]
    public void No_line_in_print_is_longer_than_140_characters()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            DrawnNet drawn = DrawnNet.Draw(seed);
            using EquivariantSequential net = drawn.Build();
            string print = Certificate.For(net, drawn.Size.Rows, drawn.Size.Columns).ToString();
            Assert.All(print.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 140));
        }
    }
}
