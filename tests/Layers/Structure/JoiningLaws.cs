using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Direct sums, concatenations and selections of fields.</summary>
public class JoiningLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void All_commute_exactly(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (EquivariantModule module in Modules(type))
        {
            EquivarianceAssert.Commutes(
                module.WithIntegers(), module.InputType, module.OutputType, RestrictionLaws.Image(module.InputType),
                EquivarianceOptions.Exact with { AllowVacuous = type.Group.Order == 1 });
        }
    }

    [Fact]
    public void The_gradient_to_the_input_commutes()
    {
        FieldType type = Examples.Mixed(PlaneGroup.P4m);
        foreach (EquivariantModule module in Modules(type))
        {
            EquivarianceAssert.GradientsCommute(
                module.WithIntegers().call, module.InputType, module.OutputType, RestrictionLaws.Image(module.InputType),
                EquivarianceOptions.Exact);
        }
    }

    [Fact]
    public void A_direct_sum_applies_each_module_to_its_fields()
    {
        FieldType regular = FieldType.Regular(PlaneGroup.P4, 2), mixing = MixingRepresentation.Type(PlaneGroup.P4);
        EquivariantModule[] summands = [PointwiseNonlinearity.ReLU(regular), new NormPooling(mixing)];
        using DirectSum sum = new(summands);
        Assert.Equal(regular + mixing, sum.InputType);
        Assert.Equal(regular + FieldType.Trivial(PlaneGroup.P4, 1), sum.OutputType);
        Tensor x = Laws.Input(sum.InputType, 3, 4);
        Tensor expected = cat([summands[0].call(x.narrow(1, 0, 8)), summands[1].call(x.narrow(1, 8, 2))], 1);
        Assert.True(Examples.Same(expected, sum.call(x)));
    }

    [Fact]
    public void A_concatenation_applies_each_module_to_the_input()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        EquivariantModule[] branches = [new EquivariantIdentity(type), new GroupPooling(type)];
        using Concatenation both = new(branches);
        Tensor x = Laws.Input(type, 3, 4);
        Assert.Equal(type + FieldType.Trivial(PlaneGroup.P4, 2), both.OutputType);
        Assert.True(Examples.Same(cat([x, branches[1].call(x)], 1), both.call(x)));
    }

    [Fact]
    public void Tensors_of_several_types_become_one_of_their_sum()
    {
        FieldType scalar = FieldType.Trivial(PlaneGroup.P4, 2), regular = FieldType.Regular(PlaneGroup.P4, 1);
        FieldConcatenation join = new(scalar, regular, scalar);
        Tensor a = Laws.Input(scalar, 3, 4), b = Laws.Input(regular, 3, 4, seed: 2), c = Laws.Input(scalar, 3, 4, seed: 3);
        Assert.Equal(scalar + regular + scalar, join.Type);
        Assert.True(Examples.Same(cat([a, b, c], 1), join.Join(a, b, c)));
        Laws.Commutes(x => join.Join(x.narrow(1, 0, 2), x.narrow(1, 2, 4), x.narrow(1, 6, 2)), join.Type, join.Type, 3, 4);
    }

    [Fact]
    public void A_selection_picks_the_channels_of_its_fields()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 1) + FieldType.Regular(PlaneGroup.P4, 2);
        using FieldSelection selection = new(type, 2, 0, 2);
        Tensor x = Laws.Input(type, 3, 4);
        Assert.Equal(FieldType.Of(PlaneGroup.P4, type.Fields[2], type.Fields[0], type.Fields[2]), selection.OutputType);
        Assert.True(Examples.Same(cat([x.narrow(1, 5, 4), x.narrow(1, 0, 1), x.narrow(1, 5, 4)], 1), selection.call(x)));
    }

    [Fact]
    public void Joining_channels_of_different_fields_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        Laws.IsRefused(x => cat([x.narrow(1, 2, 6), x.narrow(1, 0, 2)], 1), type, type, 4, 5);
        Laws.IsRefused(x => x.narrow(1, 1, 4), type, FieldType.Regular(PlaneGroup.P4, 1), 4, 5);
    }

    [Fact]
    public void Restrictions_side_by_side_restrict_the_sum()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using DirectSum sum = new(new Restriction(type, PlaneGroup.P4), new Restriction(type, PlaneGroup.P4));
        Assert.Equal((type + type).Restrict(PlaneGroup.P4), sum.OutputType);
        Assert.Equal(sum.OutputType, sum.RestrictedInputType);
    }

    [Fact]
    public void Parameters_and_modes_reach_every_module_and_come_back()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        using DirectSum sum = new(new Convolution(type, type, Stencil.Square(1)), new FieldBatchNorm(type)), other = new(
            new Convolution(type, type, Stencil.Square(1)), new FieldBatchNorm(type));
        Assert.Contains("0.weight", sum.state_dict().Keys);
        Assert.Contains("1.running_mean", sum.state_dict().Keys);
        sum.eval();
        other.eval();
        other.load_state_dict(sum.state_dict());
        Tensor x = randn(2, 8, 3, 3);
        Assert.True(Examples.Same(sum.call(x), other.call(x)));
    }

    [Fact]
    public void A_callers_scope_receives_the_result_and_nothing_else()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1).Restrict(PlaneGroup.P2);
        foreach (EquivariantModule module in Modules(type)
            .Append(new Restriction(type, PlaneGroup.P1)).Append(new Disentangle(type)).Append(new Disentangle(type, intoIrreps: true)))
        {
            Tensor x = randn(2, module.InputType.Channels, 5, 5);
            module.call(x);
            using DisposeScope scope = NewDisposeScope();
            Tensor y = module.call(x);
            Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
        }
    }

    [Fact]
    public void Linear_maps_of_each_position_export_as_plain_modules()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2).Restrict(PlaneGroup.P2);
        EquivariantModule[] modules =
        [
            new Restriction(type, PlaneGroup.P1), new EquivariantIdentity(type), new FieldSelection(type, 1, 0, 1), new Disentangle(type),
            new Disentangle(type, intoIrreps: true),
        ];
        foreach (EquivariantModule module in modules)
        {
            using nn.Module<Tensor, Tensor> plain = PlainNet.Of(module);
            Assert.Equal("TorchSharp", plain.GetType().Assembly.GetName().Name);
            Exports.AreSame(module, randn(2, type.Channels, 3, 4));
        }
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1), other = FieldType.Regular(PlaneGroup.P4m, 1);
        EquivariantIdentity id = new(type);
        Messages.Say<ArgumentException>(() => new DirectSum(), "DirectSum needs at least one module");
        Messages.Say<ArgumentException>(() => new Concatenation(id, null!), "Concatenation: module 1 of 2 is null");
        Messages.Say<ArgumentException>(() => new DirectSum(id, new EquivariantIdentity(other)), "p4 to p4", "p4m to p4m", "Restrict");
        Messages.Say<ArgumentException>(
            () => new Concatenation(id, new EquivariantIdentity(type + type)), "takes 'p4: 1 regular'", "'p4: 2 regular'", "DirectSum");
        Messages.Say<ArgumentException>(
            () => new Concatenation(id, new MaxPooling(type, 2)).call(zeros(1, 4, 4, 4)), "[1, 4, 4, 4]", "[1, 4, 2, 2]", "strides");
        Messages.Say<ArgumentException>(() => new FieldConcatenation(), "at least one field type");
        Messages.Say<ArgumentException>(() => new FieldConcatenation(type, other), "one plane group");
        Messages.Say<ArgumentException>(() => new FieldConcatenation(type, type).Join(zeros(1, 4, 2, 2)), "joins 2", "1 were given");
        Messages.Say<ArgumentException>(() => new FieldConcatenation(type).Join(zeros(1, 3, 2, 2)), "tensor 0", "needs 4");
        Messages.Say<ArgumentException>(() => new FieldSelection(type), "at least one field");
        Messages.Say<ArgumentOutOfRangeException>(() => new FieldSelection(type, 1), "no field 1", "1 fields");
    }

    private static EquivariantModule[] Modules(FieldType type) =>
    [
        new DirectSum(PointwiseNonlinearity.ReLU(type), new GroupPooling(type)),
        new Concatenation(
            new EquivariantIdentity(type), PointwiseNonlinearity.LeakyReLU(type, 0.25), new Convolution(type, type, Stencil.Square(1))),
        new FieldSelection(type, [.. Enumerable.Range(0, type.Fields.Count).Reverse()]),
        new EquivariantIdentity(type),
    ];
}
