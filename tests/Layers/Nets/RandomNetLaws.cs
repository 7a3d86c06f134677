using FsCheck;
using FsCheck.Fluent;
using GCnn.Actions;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Whole nets drawn at random and built with the real layers.</summary>
public class RandomNetLaws
{
    private const int Nets = 80;

    /// <summary>Numbers below 2⁵³ with room for the quarters of leaky rectifiers and means: every value is exact.</summary>
    private const double Exact = 1L << 43;

    [Fact]
    public void Nets_on_integers_commute_exactly() => Commute(exact: true, plan =>
    {
        using EquivariantSequential net = PlannedNet.Build(plan).WithIntegers(size: 1);
        Tensor x = IntegerTensors.Field(1, plan.Input, 2);
        return Measure(net, plan, x, Tolerance.Exact);
    });

    [Fact]
    public void Kept_filters_change_nothing() => ForAll(exact: true, plan =>
    {
        using EquivariantSequential net = PlannedNet.Build(plan).WithIntegers(size: 1);
        using IDisposable noGrad = no_grad();
        Tensor x = IntegerTensors.Field(1, plan.Input, 2), inTraining = net.call(x);
        net.eval();
        return Examples.Same(inTraining, net.call(x)) && Examples.Same(inTraining, net.call(x));
    });

    [Fact]
    public void Nets_on_integers_are_invariant_after_pooling_over_fibre_and_positions() => Commute(exact: true, plan =>
    {
        using EquivariantSequential net = PlannedNet.BuildInvariant(plan, PoolingKind.Max).WithIntegers(size: 1);
        Tensor x = IntegerTensors.Field(1, plan.Input, 2);
        return EquivarianceReport.MeasureInvariance(net.call, plan.Input.Type, x, EquivarianceOptions.Exact);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nets_with_norms_and_real_functions_commute_up_to_rounding(bool training) => Commute(exact: false, plan =>
    {
        using EquivariantSequential net = PlannedNet.Build(plan);
        net.to(ScalarType.Float64).train(training);
        Tensor x = Normal(plan, 4);
        return Measure(net, plan, x, Tolerance.For(ScalarType.Float64));
    });

    [Fact]
    public void Without_its_fibres_in_order_the_net_is_refused() =>
        Assert.ThrowsAny<Exception>(() => ForAll(exact: true, plan =>
        {
            using EquivariantSequential net = PlannedNet.Build(plan).WithIntegers(size: 1);
            Tensor x = IntegerTensors.Field(1, plan.Input, 2);
            EquivarianceOptions options = EquivarianceOptions.Exact with { AllowVacuous = true };
            Tensor backwards = arange(plan.Output.Type.Channels - 1, -1, -1);
            return EquivarianceReport.Measure(
                y => net.call(y).index_select(1, backwards), plan.Input.Type, plan.Output.Type, x, options).IsEquivariant;
        }));

    /// <summary>Normal numbers as an input of the plan.</summary>
    internal static Tensor Normal(NetPlan plan, int samples)
    {
        Tensor x = randn(samples, plan.Input.Type.Channels, plan.Input.Rows, plan.Input.Columns, dtype: ScalarType.Float64);
        return plan.Input.IsHexagonal ? x.MaskToHexagon() : x;
    }

    internal static void ForAll(bool exact, Func<NetPlan, bool> law) => Prop.ForAll(
        Arb.From(
            Arbitraries.Nets(exact).Generator.Where(plan => !exact || plan.Bound(5, 1) < Exact),
            Arbitraries.Nets(exact).Shrinker),
        plan =>
        {
            using DisposeScope scope = NewDisposeScope();
            manual_seed(1);
            return law(plan);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Nets));

    /// <summary>
    /// A random net may cut everything off, and an image of one pixel has every symmetry: such draws tell nothing. Most must tell.
    /// </summary>
    private static void Commute(bool exact, Func<NetPlan, EquivarianceReport> measure)
    {
        int told = 0;
        ForAll(exact, plan =>
        {
            EquivarianceReport report = measure(plan);
            told += report.Vacuity is null ? 1 : 0;
            return report.Vacuity is not null || report.IsEquivariant;
        });
        Assert.InRange(told, 2 * Nets / 3, int.MaxValue);
    }

    private static EquivarianceReport Measure(EquivariantSequential net, NetPlan plan, Tensor x, Tolerance tolerance) =>
        EquivarianceReport.Measure(net.call, plan.Input.Type, plan.Output.Type, x, new() { Tolerance = tolerance });
}
