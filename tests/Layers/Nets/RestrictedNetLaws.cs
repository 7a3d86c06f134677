using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>A p4m net that is restricted to p4, then to p2, in mid-net.</summary>
public class RestrictedNetLaws
{
    private static readonly FieldType Image = FieldType.Trivial(PlaneGroup.P4m, 1);

    [Fact]
    public void On_integers_it_is_invariant_under_p2_exactly_and_under_p4_not()
    {
        using EquivariantSequential net = Net(exact: true).WithIntegers(size: 1);
        net.eval();
        Assert.Equal((Image, PlaneGroup.P2), (net.InputType, net.OutputType.Group));
        Tensor x = Laws.Input(Image, 9, 9);
        EquivarianceAssert.IsInvariant(net, net.RestrictedInputType, x, EquivarianceOptions.Exact);
        EquivarianceAssert.GradientsCommute(net.call, net.RestrictedInputType, net.OutputType, x);
        foreach (PlaneGroup larger in new[] { PlaneGroup.P4, PlaneGroup.Pmm, PlaneGroup.P4m })
        {
            EquivarianceException refusal = Assert.Throws<EquivarianceException>(
                () => EquivarianceAssert.IsInvariant(net, Image.Restrict(larger), x, EquivarianceOptions.Exact));
            Assert.Null(refusal.Report!.Vacuity);
        }
    }

    [Fact]
    public void Each_part_commutes_with_its_own_group_exactly()
    {
        using EquivariantSequential net = Net(exact: true).WithIntegers(size: 1);
        net.eval();
        foreach ((int count, string group) in new[] { (2, "p4m"), (6, "p4"), (10, "p2") })
        {
            EquivariantSequential part = new([.. net.Modules.Take(count)]);
            Assert.Equal(group, part.OutputType.Group.Name);
            EquivarianceAssert.Commutes(
                part, part.RestrictedInputType, part.OutputType, Laws.Input(Image, 9, 9), EquivarianceOptions.Exact);
        }
    }

    [Fact]
    public void Its_certificate_is_exact_under_p2_and_says_so_of_every_layer()
    {
        foreach (bool exact in new[] { true, false })
        {
            var certificate = Certificate.For(Net(exact), 9, 9);
            Assert.Equal((Exactness.Exact, "p2"), (certificate.Exactness, certificate.SubgroupName));
            Assert.All(certificate.Layers, layer => Assert.Equal(Exactness.Exact, layer.Exactness));
        }
    }

    [Fact]
    public void It_learns_to_tell_lying_from_standing_bars_which_no_p4m_net_can()
    {
        // A bar and its quarter turn are one pose to p4 and two to p2; invariance under p4m gives equal logits, and the loss ln 2.
        (Tensor x, Tensor labels) = Bars();
        Assert.InRange(Losses(Net(exact: false), x, labels)[^1], 0, 0.35);
        Assert.InRange(Losses(Whole(), x, labels).Min(), Math.Log(2) - 0.01, double.PositiveInfinity);
    }

    [Fact]
    public void After_training_it_is_as_invariant_as_before()
    {
        EquivariantSequential net = Net(exact: false);
        (Tensor x, Tensor labels) = Bars();
        Losses(net, x, labels);
        foreach (bool training in new[] { true, false })
        {
            net.train(training);
            EquivarianceAssert.IsInvariant(net, net.RestrictedInputType, x.narrow(0, 0, 4));
        }
    }

    private static List<double> Losses(EquivariantSequential net, Tensor x, Tensor labels)
    {
        net.to(ScalarType.Float64);
        using optim.Optimizer optimizer = optim.AdamW(net.parameters(), 0.02);
        List<double> losses = [];
        for (int step = 0; step < 25; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            Tensor loss = nn.functional.cross_entropy(net.call(x), labels);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<double>());
        }

        return losses;
    }

    /// <summary>Bars of one row or one column on a little noise, and which they are; each lying bar also stands, quarter turned.</summary>
    private static (Tensor Images, Tensor Labels) Bars()
    {
        manual_seed(4);
        Tensor lying = randn(8, 1, 9, 9, dtype: ScalarType.Float64) / 10;
        for (int i = 0; i < 8; i++)
        {
            lying.narrow(0, i, 1).narrow(2, 1 + (i % 7), 1).add_(1);
        }

        return (cat([lying, lying.transpose(2, 3)]), tensor([.. Enumerable.Range(0, 16).Select(i => (long)(i / 8))]));
    }

    /// <summary>The net, with layers whose numbers are no integers or, to be exact, without: squeeze-excite and attention.</summary>
    private static EquivariantSequential Net(bool exact)
    {
        manual_seed(2);
        (FieldType regular, var parts) = (TwoRestrictions.OfP4m, TwoRestrictions.New());
        (Restriction toP4, Disentangle apart, Restriction toP2, Disentangle apartAgain) = parts;
        (FieldType ofP4, FieldType ofP2, FieldType logits) = (parts.OfP4, parts.OfP2, TwoRestrictions.Logits);
        GroupPooling fibres = new(ofP2);
        return new(
            new Convolution(Image, regular, Stencil.Square(3), padding: 1), PointwiseNonlinearity.ReLU(regular),
            toP4, apart, exact ? new EquivariantIdentity(ofP4) : new SqueezeExcite(ofP4, 1), new ResidualBlock(ofP4, ofP4),
            toP2, apartAgain, new Convolution(ofP2, ofP2, Stencil.Square(3), 2, 1), PointwiseNonlinearity.ReLU(ofP2),
            exact ? new EquivariantIdentity(ofP2) : new SelfAttention(ofP2, 2, 1), fibres,
            new Convolution(fibres.OutputType, logits, Stencil.Square(1)), new SpatialPooling(logits));
    }

    private static EquivariantSequential Whole()
    {
        FieldType regular = FieldType.Regular(PlaneGroup.P4m, 2);
        GroupPooling fibres = new(regular);
        FieldType logits = FieldType.Trivial(PlaneGroup.P4m, 2);
        return new(
            new Convolution(Image, regular, Stencil.Square(3), padding: 1), PointwiseNonlinearity.ReLU(regular),
            new Convolution(regular, regular, Stencil.Square(3), 2, 1), PointwiseNonlinearity.ReLU(regular),
            fibres, new Convolution(fibres.OutputType, logits, Stencil.Square(1)), new SpatialPooling(logits));
    }
}
