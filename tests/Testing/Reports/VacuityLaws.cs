using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class VacuityLaws
{
    private static readonly FieldType Image = FieldType.Trivial(PlaneGroup.P4, 1);
    private static readonly Tensor X = IntegerTensors.Random(1, 2, 1, 3, 3);

    [Fact]
    public void Refuses_an_output_that_is_zero_everywhere() => Refuses(x => x * 0, X, "every value of the output is 0.");

    [Fact]
    public void Refuses_an_output_that_is_constant() => Refuses(x => (x * 0) + 7, X, "every value of the output is 7.");

    [Fact]
    public void Refuses_a_function_that_ignores_its_input()
    {
        // A fixed image with all symmetries of the square commutes, though it has nothing to do with the input.
        Tensor rings = tensor([1d, 2, 1, 2, 3, 2, 1, 2, 1], [1, 1, 3, 3]);
        Refuses(x => rings.expand(x.shape[0], 1, 3, 3), X, "the function ignores its input");
    }

    [Fact]
    public void Refuses_an_input_with_symmetry() =>
        Refuses(x => x * 2, ones([2, 1, 3, 3], ScalarType.Float64), "the input is unchanged by p4: x -> [[0, 1], [-1, 0]] x + (0, 0)");

    [Fact]
    public void Refuses_an_output_without_values() => Refuses(x => x.narrow(0, 0, 0), X, "the output is empty.");

    [Fact]
    public void Refuses_an_output_that_is_not_finite() => Refuses(x => x / 0, X, "NaN or infinity");

    [Fact]
    public void An_invariant_number_is_not_constant() =>
        EquivarianceAssert.IsInvariant(x => x.square().sum(), Image, X, EquivarianceOptions.Exact);

    [Fact]
    public void Functions_blind_to_the_sign_or_to_the_sum_do_not_ignore_their_input()
    {
        EquivarianceAssert.Commutes(x => x.square(), Image, Image, X, EquivarianceOptions.Exact);
        EquivarianceAssert.Commutes(x => x.sign(), Image, Image, X, EquivarianceOptions.Exact);
    }

    [Fact]
    public void Permission_accepts_what_commutes_and_nothing_else()
    {
        EquivarianceOptions allowed = EquivarianceOptions.Exact with { AllowVacuous = true };
        EquivarianceAssert.Commutes(x => x * 0, Image, Image, X, allowed);
        Tensor ramp = arange(9).reshape(1, 1, 3, 3).to(ScalarType.Float64);
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(x => (x * 0) + ramp, Image, Image, X, allowed));
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(x => x * double.NaN, Image, Image, X, allowed));
    }

    [Fact]
    public void Refuses_a_gradient_that_is_zero_everywhere()
    {
        var report = EquivarianceReport.MeasureGradients(x => x * 0, Image, Image, X);
        Assert.Contains("the gradient is zero everywhere", report.Vacuity, StringComparison.Ordinal);
    }

    private static void Refuses(Func<Tensor, Tensor> f, Tensor x, string reason)
    {
        EquivarianceException failure = Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(f, Image, Image, x));
        Assert.Contains("was not tested: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains("not tested; output scale", failure.Message, StringComparison.Ordinal);
    }
}
