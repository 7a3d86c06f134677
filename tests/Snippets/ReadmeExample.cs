using GCnn.Groups;
using GCnn.Layers;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Snippets.Tests;

/// <summary>The README's example: what stands between the two marks is what the README quotes.</summary>
public class ReadmeExample
{
    [Fact]
    public void The_example_runs()
    {
        // readme: begin
        PlaneGroup group = PlaneGroup.P4m;
        FieldType image = FieldType.Trivial(group, 3), few = FieldType.Regular(group, 8), many = FieldType.Regular(group, 16);
        var features = new EquivariantSequential(
            new Convolution(image, few, Stencil.Square(5), stride: 2, padding: 2),
            new FieldBatchNorm(few),
            PointwiseNonlinearity.ReLU(few),
            new ResidualBlock(few, many, stride: 2),
            new GroupPooling(many),
            new SpatialPooling(FieldType.Trivial(group, 16)));
        var net = nn.Sequential(features, nn.Linear(16, 3));

        net.eval();
        Tensor x = randn(4, 3, 65, 65);
        Console.WriteLine(net.call(x));
        EquivarianceAssert.IsInvariant(net, image, x);

        // readme: end
    }

    [Fact]
    public void The_README_quotes_it()
    {
        string source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ReadmeExample.cs"));
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        string[] lines = source.Split('\n');
        int begin = Array.FindIndex(lines, line => line.Trim() == "// readme: begin");
        int end = Array.FindIndex(lines, line => line.Trim() == "// readme: end");
        string[] example = [.. lines[(begin + 1)..end].Select(line => line.Length >= 8 ? line[8..] : "")];
        Assert.Contains(string.Join('\n', example).TrimEnd(), readme, StringComparison.Ordinal);
    }
}
