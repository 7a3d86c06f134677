using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>A convolution between permutation fields at random, and the size of an image for it.</summary>
/// <param name="Group">The plane group.</param>
/// <param name="Input">What is read.</param>
/// <param name="Output">What is written.</param>
/// <param name="Size">The side of the stencil's square, or one more than its radius on hexagons.</param>
/// <param name="Stride">The step between windows.</param>
/// <param name="Padding">Zeros on each side.</param>
/// <param name="Dilation">The distance between taps.</param>
/// <param name="Bias">Whether there are biases.</param>
/// <param name="MoreRows">The rows of the image beyond the fewest that there can be.</param>
/// <param name="MoreColumns">The columns beyond the fewest; not looked at on hexagons.</param>
/// <param name="Batch">The number of images.</param>
/// <param name="Seed">Where weights and pixels come from.</param>
internal sealed record RandomConvolution(
    string Group, RandomFields Input, RandomFields Output, int Size, int Stride, int Padding, int Dilation, bool Bias, int MoreRows,
    int MoreColumns, int Batch, int Seed)
{
    /// <summary>Convolutions of all 13 plane groups, with simpler ones of the same group.</summary>
    public static Arbitrary<RandomConvolution> All => Arb.From(
        from @group in Gen.Elements(PlaneGroup.All.Select(plane => plane.Name).ToArray())
        from fields in RandomFields.All.Two()
        from window in (from size in Gen.Choose(1, 5)
                        from stride in Gen.Choose(1, 3)
                        from padding in Gen.Choose(0, 3)
                        from dilation in Gen.Elements(1, 1, 1, 2)
                        select (size, stride, padding, dilation))
        from image in (from rows in Gen.Choose(0, 23) from columns in Gen.Choose(0, 59) from batch in Gen.Choose(1, 3)
                       select (rows, columns, batch))
        from bias in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue)
        select new RandomConvolution(
            @group, fields.Item1, fields.Item2, window.size, window.stride, window.padding, window.dilation, bias, image.rows,
            image.columns, image.batch, seed),
        drawn => drawn.Simpler);

    /// <summary>The type that is read.</summary>
    public FieldType InputType => Input.Of(Plane);

    private PlaneGroup Plane => PlaneGroup.Named(Group);

    private bool IsHexagonal => Plane.Lattice is HexagonalLattice;

    private Stencil Stencil => IsHexagonal ? Stencil.Hexagon(Size % 3) : Stencil.Square(Size);

    private IEnumerable<RandomConvolution> Simpler => new[]
    {
        this with { MoreRows = MoreRows / 2, MoreColumns = MoreColumns / 2 },
        this with { MoreRows = MoreRows - 1 },
        this with { MoreColumns = MoreColumns - 1 },
        this with { Batch = Batch - 1 },
        this with { Dilation = Dilation - 1 },
        this with { Stride = Stride - 1 },
        this with { Size = Size - 1 },
        this with { Padding = Padding - 1 },
    }.Where(simpler => simpler is { MoreRows: >= 0, MoreColumns: >= 0, Batch: > 0, Dilation: > 0, Stride: > 0, Size: > 0, Padding: >= 0 })
        .Concat(Bias ? [this with { Bias = false }] : [])
        .Concat(Input.Smaller.Select(fields => this with { Input = fields }))
        .Concat(Output.Smaller.Select(fields => this with { Output = fields }))
        .Where(simpler => simpler != this);

    /// <summary>The layer, with weights and biases from the seed.</summary>
    public Convolution Build(ScalarType type)
    {
        using Generator generator = new();
        generator.manual_seed(Seed);
        Convolution layer = new(InputType, Output.Of(Plane), Stencil, Stride, Padding, Dilation, Bias, generator: generator);
        _ = layer.to(type);
        using IDisposable frozen = no_grad();
        layer.Bias?.normal_(0, 1, generator);
        return layer;
    }

    /// <summary>An image for it, from the seed.</summary>
    public Tensor Image(ScalarType type)
    {
        using Generator generator = new();
        generator.manual_seed((long)Seed + 1);
        (int rows, int columns) = Sides();
        Tensor image = rand([Batch, InputType.Channels, rows, columns], type, generator: generator) - 0.5;
        return IsHexagonal ? new GCnn.Actions.HexagonMask().Apply(image) : image;
    }

    private (int Rows, int Columns) Sides()
    {
        int reach = (Dilation * (Stencil.Rows - 1)) + 1, least = Math.Max(1, reach - (2 * Padding));
        (int rows, int columns) = (least + MoreRows, least + MoreColumns);
        return IsHexagonal ? (Math.Max(rows | 1, reach), Math.Max(rows | 1, reach)) : (rows, columns);
    }
}
