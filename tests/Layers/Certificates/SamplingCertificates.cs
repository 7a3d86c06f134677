using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Certificates of pooling, sampling, upsampling and masks say the size that comes out, and that the layers are exact.</summary>
public class SamplingCertificates
{
    private static readonly FieldType Square = FieldType.Regular(PlaneGroup.P4m, 1);

    private static readonly FieldType Hexagonal = FieldType.Regular(PlaneGroup.P6m, 1);

    [Fact]
    public void On_squares_each_is_exact_at_every_size_it_takes()
    {
        EquivariantModule[] layers =
        [
            new AdaptivePooling(Square, 3), new AdaptivePooling(Square, 2, PoolingKind.Max), new DiscMask(Square),
            new Upsampling(Square), new Upsampling(Square, 3, UpsamplingKind.Nearest), new Upsampling(Square, 3, UpsamplingKind.Lattice),
            new CosetPooling(Square, Subgroup.Generated(PlaneGroup.P4m.PointGroup, 2)),
        ];
        foreach (EquivariantModule layer in layers)
        {
            foreach (var (rows, columns) in new[] { (4, 4), (5, 5), (6, 9) })
            {
                AssertExact(layer, rows, columns);
            }
        }

        foreach (Sublattice sublattice in Sublattice.All.Where(s => s.Lattice is SquareLattice))
        {
            foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
            {
                AssertExact(new SublatticePooling(Square, sublattice, kind), 9, 9);
                AssertExact(new SublatticePooling(Square, sublattice, kind), 11, 11);
            }
        }
    }

    [Fact]
    public void On_hexagons_each_is_exact_at_every_radius()
    {
        EquivariantModule[] layers =
        [
            new AdaptivePooling(Hexagonal, 3), new DiscMask(Hexagonal), new HexagonalMask(Hexagonal), new GaussianPooling(Hexagonal),
            new NormMaxPooling(Hexagonal, 3, 2, 1), new Upsampling(Hexagonal), new Upsampling(Hexagonal, 3, UpsamplingKind.Nearest),
            .. Sublattice.All.Where(s => s.Lattice is HexagonalLattice).Select(s => new SublatticePooling(Hexagonal, s)),
        ];
        Assert.All(layers, layer => Assert.All(Enumerable.Range(3, 3), radius => AssertExact(layer, (2 * radius) + 1, (2 * radius) + 1)));
    }

    [Fact]
    public void Polyphase_sampling_is_exact_up_to_a_shift_that_upsampling_takes_back()
    {
        PolyphaseSampling sampling = new(Square);
        Assert.True(AssertExact(sampling, 6, 8).IsUpToShift);
        using EquivariantSequential back = new(sampling, new PolyphaseUpsampling(Square, sampling));
        using EquivariantSequential pooled = new(new PolyphaseSampling(Square), new SpatialPooling(Square));
        Assert.False(AssertExact(back, 6, 8).IsUpToShift);
        Assert.False(AssertExact(pooled, 6, 8).IsUpToShift);
    }

    [Fact]
    public void A_layer_that_knows_its_place_after_polyphase_sampling_keeps_point_elements_and_the_stride_s_shifts_at_most()
    {
        using EquivariantSequential masked = new(new PolyphaseSampling(Square), new DiscMask(Square));
        using EquivariantSequential strided = new(new PolyphaseSampling(Square), new MaxPooling(Square, 2));
        Assert.Null(AssertExact(masked, 12, 12).Shifts);
        Assert.Equal("by 4, cyclic, margin 2", AssertExact(strided, 12, 12).Shifts!.ToString());
        Assert.Equal(8, Measured.Elements(masked, new ImageSize(12, 12), [], 4).Count);
    }

    [Fact]
    public void On_hexagons_polyphase_sampling_moves_samples_over_the_edge_of_what_follows()
    {
        using EquivariantSequential pooled = new(new PolyphaseSampling(Hexagonal), new SpatialPooling(Hexagonal));
        using EquivariantSequential convolved = new(
            new PolyphaseSampling(Hexagonal), new MaxPooling(Hexagonal, 3, 1, 1), new SpatialPooling(Hexagonal));
        Assert.Equal(Exactness.Exact, Certificate.For(pooled, 9, 9).Exactness);
        var certificate = Certificate.For(convolved, 9, 9);
        Assert.Equal("1 MaxPooling", certificate.FirstOffender!.Title);
        Assert.Equal(certificate.Elements, Measured.Elements(convolved, new ImageSize(9, 9), certificate.Elements, 30));
    }

    [Fact]
    public void Transposed_convolutions_flip_where_no_output_padding_is_added()
    {
        FieldType scalars = FieldType.Trivial(PlaneGroup.P4m, 1);
        using TransposedConvolution even = new(scalars, scalars, Stencil.Square(2), 2), odd = new(scalars, scalars, Stencil.Square(3), 2, 1, 1, 1);
        AssertExact(even, 4, 5);
        foreach ((int rows, int columns) in new[] { (4, 4), (5, 7) })
        {
            var certificate = Certificate.For(odd, rows, columns);
            Assert.Equal(new ImageSize(2 * rows, 2 * columns), certificate.Output);
            Assert.Equal("cm (falling diagonal)", certificate.SubgroupName);
            Assert.Equal(certificate.Elements, Measured.Elements(odd, new ImageSize(rows, columns), certificate.Elements, 4));
            Assert.Contains("output padding 1", certificate.FirstOffender!.Reason, StringComparison.Ordinal);
        }
    }

    private static Certificate AssertExact(EquivariantModule layer, int rows, int columns)
    {
        Tensor output = layer.call(zeros(1, layer.InputType.Channels, rows, columns));
        var certificate = Certificate.For(layer, rows, columns);
        Assert.Equal(Exactness.Exact, certificate.Exactness);
        Assert.Equal(output.ndim == 4 ? new ImageSize((int)output.size(2), (int)output.size(3)) : null, certificate.Output);
        return certificate;
    }
}
