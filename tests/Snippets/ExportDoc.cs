using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Snippets.Tests;

/// <summary>The code of docs/export.md, and its table of layers.</summary>
public class ExportDoc
{
    [Fact]
    public void A_net()
    {
        // export.md: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 3), regular = FieldType.Regular(PlaneGroup.P4m, 4);
        Restriction toP4 = new(regular, PlaneGroup.P4);
        Disentangle apart = new(toP4.OutputType);                              // 4 regular fields of p4m are 8 of p4
        GroupPooling fibres = new(apart.OutputType, PoolingKind.Mean);
        var net = nn.Sequential(
            new EquivariantSequential(
                new Convolution(image, regular, Stencil.Square(3), stride: 2, padding: 1), new FieldBatchNorm(regular),
                PointwiseNonlinearity.ReLU(regular), toP4, apart, new ResidualBlock(apart.OutputType, apart.OutputType), fibres,
                new SpatialPooling(fibres.OutputType)),
            nn.Linear(8, 2));

        nn.Module<Tensor, Tensor> plain = PlainNet.Of(net);
        Assert.Equal(
            "Conv2d BatchNorm2d ReLU Conv2d PlainSum ReLU Conv2d AdaptiveAvgPool2d Flatten Linear",
            string.Join(' ', plain.children().Select(module => module.GetType().Name)));

        net.eval();
        Tensor x = randn(4, 3, 33, 33), logits = net.call(x);
        Assert.True(logits.allclose(plain.call(x), rtol: 1e-5, atol: 1e-5));
        plain.save("plain.bin");                                               // a state dict like any other

        // export.md: end
        File.Delete("plain.bin");
    }

    [Fact]
    public void The_page_quotes_it()
    {
        string[] run = Blocks.Run("ExportDoc.cs", "export.md");
        Assert.NotEmpty(run);
        Assert.Equal(run, Blocks.Quoted("export.md"));
    }

    [Fact]
    public void The_tables_tell_of_every_layer_and_every_plain_module()
    {
        string page = Blocks.Read("export.md");
        string[] modules =
        [
            .. typeof(EquivariantModule).Assembly.GetExportedTypes()
                .Where(type => type.IsAssignableTo(typeof(nn.Module)) && !type.IsAbstract)
                .Select(type => type.Name),
        ];
        Assert.All(modules, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.Equal(10, modules.Count(name => name.StartsWith("Plain", StringComparison.Ordinal)));
    }
}
