using FsCheck;
using FsCheck.Fluent;
using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class ArbitrariesLaws
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void Every_exact_net_commutes_with_its_group_exactly() => Prop.ForAll(Arbitraries.Nets(), plan =>
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = IntegerTensors.Field(3, plan.Input, 1);
        EquivarianceOptions options = EquivarianceOptions.Exact with { AllowVacuous = true };
        EquivarianceAssert.Commutes(NaiveNet.Build(plan), plan.Input.Type, plan.Output.Type, x, options);
    }).Check(Quick);

    [Fact]
    public void Nets_with_norms_and_real_functions_commute_within_the_tolerance() => Prop.ForAll(
        Arbitraries.Nets(PlaneGroup.P4m, exact: false), plan =>
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = IntegerTensors.Field(3, plan.Input, 1);
        EquivarianceAssert.Commutes(NaiveNet.Build(plan), plan.Input.Type, plan.Output.Type, x, new() { AllowVacuous = true });
    }).Check(Quick);

    [Fact]
    public void Exact_nets_stay_far_below_two_to_the_53() => Prop.ForAll(
        Arbitraries.Nets(), plan => plan.IsExactOnIntegers && plan.Bound(5, 2) < Math.Pow(2, 53)).Check(Quick);

    [Fact]
    public void Nets_are_of_every_kind()
    {
        NetPlan[] plans = [.. Arbitraries.Nets(exact: false).Generator.Sample(300)];
        NetStep[] steps = [.. plans.SelectMany(plan => plan.Steps)];
        Assert.Equal(PlaneGroup.All.Count, plans.Select(plan => plan.Group.Name).Distinct().Count());
        Assert.InRange(plans.Count(plan => plan.Input.IsHexagonal), 70, 170);
        Assert.Equal(6, steps.Select(step => step.GetType()).Distinct().Count());
        Assert.Contains(steps, step => step is ConvolutionStep { Kernel: 2, Stride: 2 });
        Assert.Contains(steps, step => step is ConvolutionStep { Dilation: 2, Bias: true });
        Assert.Contains(plans, plan => plan.Input.Rows != plan.Input.Columns);
        Assert.Contains(plans, plan => plan.Steps.Count == 5);
    }

    [Fact]
    public void Nets_on_hexagons_are_of_every_kind()
    {
        NetStep[] onHexagons = [.. Arbitraries.Nets(PlaneGroup.P6, exact: false).Generator.Sample(300).SelectMany(plan => plan.Steps)];
        Assert.Equal(6, onHexagons.Select(step => step.GetType()).Distinct().Count());
        Assert.Contains(onHexagons, step => step is ConvolutionStep { Kernel: 3, Stride: 2 });
        Assert.Contains(onHexagons, step => step is PoolingStep { Kernel: 3, Stride: 2 or 3 });
    }

    [Fact]
    public void Shrinking_gives_valid_smaller_nets_and_ends() => Prop.ForAll(Arbitraries.Nets(), plan =>
    {
        Arbitrary<NetPlan> nets = Arbitraries.Nets();
        int steps = 0;
        for (NetPlan? next = plan; next is not null; next = nets.Shrinker(next).FirstOrDefault())
        {
            Assert.Null(NetPlan.Fault(next.Input, next.Steps));
            Assert.DoesNotContain(next, nets.Shrinker(next));
            Assert.True(++steps < 500, "The shrinker does not end.");
        }
    }).Check(Quick);

    [Fact]
    public void A_failing_net_shrinks_to_the_one_step_at_fault()
    {
        Exception failure = Assert.ThrowsAny<Exception>(() => Prop.ForAll(
            Arbitraries.Nets(PlaneGroup.P4),
            plan => !plan.Steps.Any(step => step is ConvolutionStep { Kernel: >= 2 })).Check(Config.QuickThrowOnFailure));
        string shrunk = failure.Message[failure.Message.IndexOf("Shrunk", StringComparison.Ordinal)..];
        Assert.Contains("kernel 2", shrunk, StringComparison.Ordinal);
        Assert.Equal(1, shrunk.Split("->").Length - 1);
    }

    [Fact]
    public void Elements_and_translations_stay_in_their_range() => Prop.ForAll(Arbitraries.Elements(PlaneGroup.P4m, 3), g =>
        Math.Abs(g.Translation.X) <= 3 && Math.Abs(g.Translation.Y) <= 3 && g.Group.Equals(PlaneGroup.P4m)).Check(Quick);

    [Fact]
    public void Every_shrinker_ends()
    {
        Ends(Arbitraries.PlaneGroups());
        Ends(Arbitraries.Translations());
        Ends(Arbitraries.Elements(PlaneGroup.P4m));
        Ends(Arbitraries.Representations(PlaneGroup.P4m.PointGroup));
        Ends(Arbitraries.FieldTypes(PlaneGroup.P4m));
        Ends(Arbitraries.FieldTypesOfEveryKind(PlaneGroup.P6m));
        Ends(Arbitraries.Images());
    }

    [Fact]
    public void Field_types_permute_their_channels_and_belong_to_the_group() => Prop.ForAll(
        Arbitraries.FieldTypes(PlaneGroup.Cmm),
        type => type.IsPermutation && type.Group.Equals(PlaneGroup.Cmm) && type.Fields.Count is >= 1 and <= 4).Check(Quick);

    [Fact]
    public void Field_types_of_every_kind_have_irreps_too_and_fields_of_them_are_acted_on()
    {
        FieldType[] types = [.. Arbitraries.FieldTypesOfEveryKind(PlaneGroup.P4m).Generator.Sample(60)];
        Assert.Contains(types, type => type.IsPermutation);
        Assert.Contains(types, type => type.Fields.Any(field => field is Irrep { Dimension: 2 }));
        Assert.All(types, type => EquivarianceAssert.Commutes(x => 2 * x, type, type, IntegerTensors.Random(1, 1, type.Channels, 3, 3)));
    }

    [Fact]
    public void Images_are_real_numbers_from_0_to_1_without_symmetry() => Prop.ForAll(Arbitraries.Images(channels: 3, largest: 9), x =>
        x.shape[1] == 3 && x.dtype == ScalarType.Float32 && x.min().item<float>() >= 0 && x.max().item<float>() <= 1
            && (x.shape[3] == 1 || !(bool)x.equal(x.flip(3)))).Check(Quick);

    [Fact]
    public void A_failing_image_shrinks_to_the_smallest_of_its_parity()
    {
        Tensor? smallest = null;
        Assert.ThrowsAny<Exception>(() => Prop.ForAll(Arbitraries.Images(), x =>
        {
            bool holds = x.shape[3] % 2 == 1;
            smallest = holds ? smallest : x;
            return holds;
        }).Check(Quick));
        Assert.Equal(1, smallest!.shape[0]);
        Assert.Equal(2, smallest.shape[3]);
        Assert.InRange(smallest.shape[2], 1, 2);
    }

    [Fact]
    public void Integer_fields_have_the_shape_of_their_type() => Prop.ForAll(
        Arbitraries.IntegerFields(Functions.Fields, 2, 3, 4),
        x => x.shape.SequenceEqual([2L, 16, 3, 4]) && (bool)x.equal(x.round()) && x.abs().max().item<double>() <= 5).Check(Quick);

    [Fact]
    public void Integer_fields_on_hexagons_are_zero_outside()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6, 1);
        Prop.ForAll(Arbitraries.IntegerFields(type, 2, 5, 5), x => (bool)x.equal(x.MaskToHexagon())).Check(Quick);
    }

    private static void Ends<T>(Arbitrary<T> arbitrary) => Prop.ForAll(arbitrary, value =>
    {
        int steps = 0;
        for (T[] next = [value]; next.Length > 0; next = [.. arbitrary.Shrinker(next[0]).Take(1)])
        {
            Assert.True(++steps < 100, $"The shrinker of {typeof(T).Name} does not end.");
        }
    }).Check(Quick);
}
