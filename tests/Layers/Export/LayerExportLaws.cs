using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Every layer becomes plain modules that give the same numbers, or says why it cannot.</summary>
public class LayerExportLaws
{
    /// <summary>What has no plain counterpart.</summary>
    private static readonly Dictionary<Type, EquivariantModule> Refused = new()
    {
        [typeof(PolyphaseSampling)] = new PolyphaseSampling(Regular),
        [typeof(PolyphaseUpsampling)] = new PolyphaseUpsampling(Regular, new PolyphaseSampling(Regular)),
    };

    public static TheoryData<string> Layers => [.. ExportCases.ByType.Keys.Select(type => type.Name)];

    private static FieldType Regular => FieldType.Regular(PlaneGroup.P4m, 1);

    [Fact]
    public void Every_layer_of_the_library_exports_or_refuses_with_a_reason()
    {
        Type[] layers =
        [
            .. typeof(EquivariantModule).Assembly.GetExportedTypes()
                .Where(type => type.IsAssignableTo(typeof(EquivariantModule)) && !type.IsAbstract),
        ];
        Assert.Equal(layers.ToHashSet(), ExportCases.ByType.Keys.Concat(Refused.Keys).ToHashSet());
        Assert.All(layers, type => Assert.Equal(!Refused.ContainsKey(type), type.IsAssignableTo(typeof(IExportable))));
        Assert.All(Refused.Values, layer => Messages.Say<NotSupportedException>(
            () => PlainNet.Of(layer), $"{layer.GetName()} cannot be exported, since ", "; use ", " instead."));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Plain_modules_give_the_same_numbers(string name)
    {
        Func<PlaneGroup, EquivariantModule[]> cases = ExportCases.ByType.Single(layer => layer.Key.Name == name).Value;
        int told = 0;
        foreach (EquivariantModule layer in ExportCases.Groups.SelectMany(cases))
        {
            Exports.AreSame(Exports.Random(layer), layer switch
            {
                EquivariantLinear => [Exports.Vectors(layer.InputType)],
                SublatticePooling => Exports.OddImages(layer.InputType),
                _ => Exports.Images(layer.InputType),
            });
            layer.Dispose();
            told++;
        }

        Assert.True(told >= 2);
    }

    [Fact]
    public void Ties_are_shared_as_the_layers_share_them()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.P6m })
        {
            FieldType type = FieldType.Regular(g, 2);
            foreach (EquivariantModule layer in new EquivariantModule[]
                { new VectorFieldNonlinearity(type), new NormMaxPooling(type, 3, 2, 1), new NormNonlinearity(type), new NormPooling(type) })
            {
                // Of integers from −1 to 1 many are equal, and many fields are zero.
                Tensor x = AnyLattice.Integers(type).clamp(-1, 1) * AnyLattice.Integers(FieldType.Trivial(g, 1), seed: 2).gt(0);
                Exports.AreSame(Exports.Random(layer), x);
            }
        }
    }

    [Fact]
    public void A_forgotten_bias_or_other_channels_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        Convolution layer = Exports.Random(new Convolution(type, type, Stencil.Square(3)));
        Tensor x = Exports.Images(type).First().to(ScalarType.Float32);
        Conv2d plain = (Conv2d)PlainNet.Of(layer);
        Exports.AreSame(layer, plain, x, 1e-5);
        Refuses(() => plain.bias!.mul_(1 + 1e-3));
        Refuses(() => plain.bias!.zero_());
        Refuses(() => plain.weight.copy_(layer.ExpandedFilter().flip(0)));
        Refuses(() => plain.weight.copy_(layer.ExpandedFilter().flip(3)));

        void Refuses(Func<Tensor> breaks)
        {
            using IDisposable noGrad = no_grad();
            breaks();
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Exports.AreSame(layer, plain, x, 1e-5));
            plain.weight.copy_(layer.ExpandedFilter());
            plain.bias!.copy_(layer.ExpandedBias()!);
            Exports.AreSame(layer, plain, x, 1e-5);
        }
    }

    [Fact]
    public void A_statistic_of_another_field_and_a_missing_mask_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 2);
        FieldBatchNorm layer = Exports.Random(new FieldBatchNorm(type));
        layer.eval();
        Tensor x = Exports.Images(type).First().to(ScalarType.Float32);
        nn.Module<Tensor, Tensor>[] parts = [.. PlainNet.Of(layer).children().Cast<nn.Module<Tensor, Tensor>>()];
        Exports.AreSame(layer, nn.Sequential(parts), x, 1e-5);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Exports.AreSame(layer, parts[0], x, 1e-5));
        using IDisposable noGrad = no_grad();
        ((BatchNorm2d)parts[0]).running_var!.copy_(((BatchNorm2d)parts[0]).running_var!.flip(0));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Exports.AreSame(layer, nn.Sequential(parts), x, 1e-5));
    }
}
