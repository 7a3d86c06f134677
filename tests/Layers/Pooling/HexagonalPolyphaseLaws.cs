using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Polyphase sampling on hexagons: images are zero outside, and elements move them over the whole lattice.</summary>
public class HexagonalPolyphaseLaws
{
    public static TheoryData<string> PlaneGroups => Hexagons.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_with_point_elements_up_to_a_shift(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        foreach (int stride in new[] { 1, 2, 3 })
        {
            for (int r = 1; r <= 4; r++)
            {
                using DisposeScope scope = NewDisposeScope();
                using PolyphaseSampling sampling = new(type, stride);
                Tensor x = Hexagons.Input(type, r, samples: 1), y = sampling.call(x);
                Assert.True(Examples.Same(y, y.MaskToHexagon()));
                Assert.All(Enumerable.Range(0, type.Group.Order), h =>
                    Assert.Equal(Content(y.Transform(type, h)), Content(sampling.call(x.Transform(type, h)))));
            }
        }
    }

    [Fact]
    public void Commutes_with_shifts_of_what_is_away_from_the_border()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 1);
        Tensor small = Hexagons.Input(type, 2, samples: 1);
        Tensor At(int q, int r) => nn.functional.pad(small, [4 + q, 4 - q, 4 + r, 4 - r]);
        foreach (int stride in new[] { 2, 3 })
        {
            using PolyphaseSampling sampling = new(type, stride);
            double[] still = Content(sampling.call(At(0, 0)));
            foreach (LatticePoint t in new HexagonalDomain(2).Cells)
            {
                Assert.Equal(still, Content(sampling.call(At(t.X, t.Y))));
            }

            // Centred windows stand still while the image moves.
            Tensor Strided(Tensor x) => new MaxPooling(type, 1, stride).call(x);
            Assert.NotEqual(Content(Strided(At(0, 0))), Content(Strided(At(1, 0))));
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void With_upsampling_it_commutes_about_the_centre(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        for (int r = 1; r <= 4; r++)
        {
            using PolyphaseSampling sampling = new(type, 2);
            using PolyphaseUpsampling upsampling = new(type, sampling);
            Hexagons.Commutes(x => upsampling.call(sampling.call(x)), type, type, Hexagons.Input(type, r));
        }
    }

    [Fact]
    public void Every_cell_belongs_to_one_phase()
    {
        for (int r = 0; r <= 5; r++)
        {
            foreach (int stride in new[] { 2, 3, 4 })
            {
                var map = PhaseMap.For(PlaneGroup.P6m, stride, (2 * r) + 1, (2 * r) + 1);
                long outside = ((2 * r) + 1) * ((2 * r) + 1);
                long[] places = [.. map.Places.On(CPU).data<long>()];
                HexagonalDomain hexagon = new(r);
                Assert.Equal(hexagon.Cells.Select(cell => (long)hexagon.Slot(cell)), places.Where(place => place != outside).Order());
            }
        }
    }

    /// <summary>The cells that are not zero, from the first of them, with their values: the same for shifted images.</summary>
    private static double[] Content(Tensor image)
    {
        Tensor cells = image.abs().sum(1)[0].nonzero();
        Tensor places = (cells - cells.amin(0)).to(ScalarType.Float64);
        Tensor values = image[0].flatten(1).index_select(1, (cells.select(1, 0) * image.size(3)) + cells.select(1, 1));
        return [.. cat([places, values.t()], 1).contiguous().data<double>()];
    }
}
