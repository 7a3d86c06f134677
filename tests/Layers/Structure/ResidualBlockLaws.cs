using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class ResidualBlockLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void In_evaluation_it_commutes_with_and_without_stride_and_change_of_type(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (ResidualBlock block in Blocks(g))
        {
            block.WithIntegers().eval();
            Laws.Commutes(block, 5, 7);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void In_training_it_commutes(string name)
    {
        foreach (ResidualBlock block in Blocks(PlaneGroup.Named(name)))
        {
            block.to(ScalarType.Float64);
            EquivarianceAssert.Commutes(block, block.InputType, block.OutputType, Laws.Input(block.InputType, 5, 7));
        }
    }

    [Fact]
    public void Is_its_formula()
    {
        FieldType input = FieldType.Regular(PlaneGroup.P4, 1), output = FieldType.Regular(PlaneGroup.P4, 2);
        using ResidualBlock block = new ResidualBlock(input, output, 3, 2).WithIntegers();
        block.eval();
        Dictionary<string, EquivariantModule> parts = block.named_modules()
            .Where(part => part.module is EquivariantModule).ToDictionary(part => part.name, part => (EquivariantModule)part.module);
        Tensor x = Laws.Input(input, 5, 7);
        Tensor branch = parts["branch.1"].call(parts["branch.0"].call(x)).relu();
        Tensor sum = parts["branch.4"].call(parts["branch.3"].call(branch)) + parts["shortcut.1"].call(parts["shortcut.0"].call(x));
        Assert.True(Examples.Same(sum.relu(), block.call(x)));
    }

    [Fact]
    public void Without_stride_and_change_of_type_the_shortcut_is_the_input()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        using ResidualBlock block = new(type, type);
        Assert.DoesNotContain(block.state_dict().Keys, key => key.StartsWith("shortcut", StringComparison.Ordinal));
        using (no_grad())
        {
            block.get_parameter("branch.4.weight")!.zero_();
        }

        Tensor x = randn(2, type.Channels, 5, 5), before = x.clone();
        Assert.True(Examples.Same(x.relu(), block.call(x)));
        Assert.True(Examples.Same(before, x));
    }

    [Fact]
    public void A_shortcut_that_shifts_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using ResidualBlock block = new ResidualBlock(type, type).WithIntegers();
        block.eval();
        Laws.IsRefused(x => block.call(x) + x.roll([1], [3]), type, type, 5, 5);
    }

    [Fact]
    public void On_a_size_that_breaks_the_rule_the_strided_block_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        using ResidualBlock block = new ResidualBlock(type, type, 3, 2).WithIntegers();
        block.eval();
        Laws.IsRefused(block.call, type, type, 6, 6);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Messages.Say<ArgumentException>(() => new ResidualBlock(type, type, 4), "kernel size 4", "even", "odd");
        Messages.Say<ArgumentOutOfRangeException>(() => new ResidualBlock(type, type, -1), "kernelSize is -1", "at least 1");
        Messages.Say<ArgumentOutOfRangeException>(() => new ResidualBlock(type, type, 3, 0), "stride is 0", "at least 1");
        Messages.Say<ArgumentException>(() => new ResidualBlock(type, FieldType.Regular(PlaneGroup.P4m, 1)), "different plane groups");
        Messages.Say<ArgumentException>(() => new ResidualBlock(type, type).call(zeros(1, 5, 3, 3)), "ResidualBlock", "5", "needs 4");
    }

    private static ResidualBlock[] Blocks(PlaneGroup g)
    {
        FieldType regular = FieldType.Regular(g, 1), mixed = Examples.Mixed(g);
        return
        [
            new(regular, regular), new(regular, regular, 3, 2), new(regular, mixed), new(mixed, regular, 5, 2), new(regular, regular, 1, 2),
        ];
    }
}
