using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>A convolution between permutation fields at random, and the size of an image for it.</summary>
internal sealed record RandomConvolution(
    FieldType Input, FieldType Output, Stencil Stencil, int Stride, int Padding, int Dilation, bool Bias, int Rows, int Columns, int Batch, int Seed)
{
    public static RandomConvolution Draw(int seed)
    {
        Random random = new(seed);
        PlaneGroup g = PlaneGroup.All[random.Next(PlaneGroup.All.Count)];
        bool hexagonal = g.Lattice is HexagonalLattice;
        Stencil stencil = hexagonal ? Stencil.Hexagon(random.Next(3)) : Stencil.Square(random.Next(1, 6));
        int dilation = random.Next(4) == 0 ? 2 : 1, stride = random.Next(1, 4), padding = random.Next(0, 4);
        int least = Math.Max(1, (dilation * (stencil.Rows - 1)) + 1 - (2 * padding));
        int rows = least + random.Next(0, 24), columns = least + random.Next(0, 60);
        if (hexagonal)
        {
            rows = columns = rows | 1;
            rows = columns = Math.Max(rows, (dilation * (stencil.Rows - 1)) + 1);
        }

        return new RandomConvolution(
            Fields(random, g), Fields(random, g), stencil, stride, padding, dilation, random.Next(2) == 0, rows, columns, random.Next(1, 4), seed);
    }

    public Convolution Build(ScalarType type)
    {
        using Generator generator = new();
        generator.manual_seed(Seed);
        Convolution layer = new(Input, Output, Stencil, Stride, Padding, Dilation, Bias, generator: generator);
        _ = layer.to(type);
        using IDisposable frozen = no_grad();
        layer.Bias?.normal_(0, 1, generator);
        return layer;
    }

    public Tensor Image(ScalarType type)
    {
        using Generator generator = new();
        generator.manual_seed(Seed + 1);
        Tensor image = rand([Batch, Input.Channels, Rows, Columns], type, generator: generator) - 0.5;
        return Input.Group.Lattice is HexagonalLattice ? new GCnn.Actions.HexagonMask().Apply(image) : image;
    }

    private static FieldType Fields(Random random, PlaneGroup g) => random.Next(4) switch
    {
        0 => FieldType.Trivial(g, random.Next(1, 4)),
        1 => FieldType.Trivial(g, 1) + FieldType.Regular(g, random.Next(1, 3)),
        2 => FieldType.Quotient(g, Subgroup.AllOf(g.PointGroup)[random.Next(Subgroup.AllOf(g.PointGroup).Count)], random.Next(1, 3)),
        _ => FieldType.Regular(g, random.Next(1, 5)),
    };
}
