using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Residual blocks in both orders, on every kind of field.</summary>
public class ResidualBlocksOfEveryKind
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Blocks_of_irreps_and_of_mixtures_commute_in_both_modes(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType irreps = FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]), both = FieldType.Trivial(g, 1) + irreps;
        foreach (EquivariantModule block in Blocks(irreps, both, 2))
        {
            foreach (bool training in new[] { true, false })
            {
                block.train(training);
                EquivarianceAssert.Commutes(
                    block, irreps, both, RestrictionLaws.Image(irreps), new() { AllowVacuous = g.Order == 1 });
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Pre_activation_between_permuting_fields_commutes_exactly_in_evaluation(string name)
    {
        FieldType mixed = Examples.Mixed(PlaneGroup.Named(name));
        foreach ((FieldType output, int stride) in new[] { (mixed, 1), (mixed, 2), (FieldType.Regular(mixed.Group, 1), 1) })
        {
            using PreActivationBlock block = new PreActivationBlock(mixed, output, 3, stride).WithIntegers();
            block.eval();
            EquivarianceAssert.Commutes(
                block, mixed, output, RestrictionLaws.Image(mixed),
                EquivarianceOptions.Exact with { AllowVacuous = mixed.Group.Order == 1 });
        }
    }

    [Fact]
    public void Fields_of_O2_pass_through_blocks()
    {
        manual_seed(1);
        FieldType type = FieldType.Trivial(PlaneGroup.O2(2), 1) + FieldType.Copies(PlaneGroup.O2(2), ContinuousGroup.O2.Irrep(1), 2)
            + FieldType.Copies(PlaneGroup.O2(2), ContinuousGroup.O2.Irrep(2), 1);
        foreach (EquivariantModule block in Blocks(type, type, 1, 5))
        {
            EquivarianceAssert.Commutes(block, type, type, Laws.Input(type, 9, 7));
            EquivarianceAssert.GradientsCommute(block.call, type, type, Laws.Input(type, 9, 7));
        }
    }

    [Fact]
    public void Pre_activation_is_its_formula()
    {
        FieldType input = FieldType.Regular(PlaneGroup.P4, 1), output = FieldType.Regular(PlaneGroup.P4, 2);
        using PreActivationBlock block = new PreActivationBlock(input, output, 3, 2).WithIntegers(size: 2);
        block.eval();
        Dictionary<string, EquivariantModule> parts = block.named_modules()
            .Where(part => part.module is EquivariantModule).ToDictionary(part => part.name, part => (EquivariantModule)part.module);
        Tensor x = Laws.Input(input, 5, 7);
        Tensor first = parts["branch.2"].call(parts["branch.0"].call(x).relu());
        Tensor second = parts["branch.5"].call(parts["branch.3"].call(first).relu());
        Assert.True(Examples.Same(second + parts["shortcut"].call(x), block.call(x)));
    }

    [Fact]
    public void Before_training_has_begun_a_zero_branch_passes_the_input_on()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        using PreActivationBlock block = new(type, type);
        using (no_grad())
        {
            block.get_parameter("branch.5.weight")!.zero_();
        }

        Tensor x = randn(2, 8, 4, 4);
        Assert.True(Examples.Same(x, block.call(x)));
    }

    [Fact]
    public void A_rectifier_on_the_channels_of_irreps_is_refused()
    {
        manual_seed(1);
        FieldType type = FieldType.Of(PlaneGroup.P4m, Irreps.Of(PlaneGroup.P4m.PointGroup)[4]);
        EquivariantModule block = Blocks(type, type, 1)[0];
        Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.Commutes(x => block.call(x).relu(), type, type, Laws.Input(type, 5, 7)));
    }

    [Fact]
    public void The_state_comes_back_and_a_callers_scope_receives_the_result_alone()
    {
        FieldType type = MixingRepresentation.Type(PlaneGroup.P4) + FieldType.Regular(PlaneGroup.P4, 1);
        EquivariantModule[] blocks = Blocks(type, type, 2), others = Blocks(type, type, 2);
        Assert.Equal(1, blocks[0].state_dict()["nonlinearity.0.bias"].NumberOfElements);
        Tensor x = Laws.Input(type, 5, 5);
        for (int i = 0; i < blocks.Length; i++)
        {
            others[i].load_state_dict(blocks[i].state_dict());
            Assert.True(Examples.Same(blocks[i].call(x), others[i].call(x)));
            using DisposeScope scope = NewDisposeScope();
            Tensor y = blocks[i].call(x);
            Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
        }
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Messages.Say<ArgumentException>(() => new PreActivationBlock(type, type, 4), "PreActivationBlock", "kernel size 4", "even", "odd");
        Messages.Say<ArgumentOutOfRangeException>(() => new PreActivationBlock(type, type, 0), "kernelSize is 0", "at least 1");
        Messages.Say<ArgumentOutOfRangeException>(() => new PreActivationBlock(type, type, 3, 0), "stride is 0", "at least 1");
        Messages.Say<ArgumentException>(() => new PreActivationBlock(type, type).call(zeros(1, 5, 3, 3)), "PreActivationBlock", "needs 4");
    }

    private static EquivariantModule[] Blocks(FieldType input, FieldType output, int stride, int kernelSize = 3) =>
    [
        new ResidualBlock(input, output, kernelSize, stride).to(ScalarType.Float64),
        new PreActivationBlock(input, output, kernelSize, stride).to(ScalarType.Float64),
    ];
}
