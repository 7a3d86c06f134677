using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class GradientLaws
{
    private static readonly FieldType Scalars = Functions.Scalars;
    private static readonly FieldType Fields = Functions.Fields;

    [Fact]
    public void Accepts_the_gradient_of_an_equivariant_function() => EquivarianceAssert.GradientsCommute(
        x => Functions.Convolution(Scalars, Fields)(x).square(), Scalars, Fields, Functions.Image(), EquivarianceOptions.Exact);

    [Fact]
    public void Accepts_the_gradient_of_features_without_space() => EquivarianceAssert.GradientsCommute(
        x => Functions.SpatialSum(Functions.Convolution(Scalars, Fields)(x).relu()),
        Scalars, Fields, Functions.Image(), EquivarianceOptions.Exact);

    [Fact]
    public void Rejects_a_backward_pass_that_turns_the_wrong_way()
    {
        // Forward is the identity; backward flips the gradient left-right, which does not commute with quarter turns.
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 2);
        Func<Tensor, Tensor> twin = x => x.detach() + x.flip(3) - x.flip(3).detach();
        EquivarianceAssert.Commutes(twin, type, type, Functions.Image(), EquivarianceOptions.Exact);
        EquivarianceException failure = Assert.Throws<EquivarianceException>(() =>
            EquivarianceAssert.GradientsCommute(twin, type, type, Functions.Image(), EquivarianceOptions.Exact));
        Assert.Contains("grad(L_g x, L_g w) = L_g grad(x, w)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Seed: 0.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_the_gradient_of_a_broken_function() => Assert.Throws<EquivarianceException>(() =>
        EquivarianceAssert.GradientsCommute(
            Functions.Convolution(Scalars, Fields, 3, 2), Scalars, Fields, Functions.Image(8), EquivarianceOptions.Exact));

    [Fact]
    public void Works_inside_no_grad()
    {
        using IDisposable off = no_grad();
        EquivarianceAssert.GradientsCommute(x => x.square(), Scalars, Scalars, Functions.Image(), EquivarianceOptions.Exact);
    }
}
