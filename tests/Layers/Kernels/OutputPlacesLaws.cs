using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Layers.Tests;

/// <summary>Tiles cover every output's place once and begin at one.</summary>
public class OutputPlacesLaws
{
    private const int Lanes = 16;

    [Fact]
    public void Tiles_cover_every_output_once() => Hold((places, length) =>
    {
        List<(int First, int Length)> tiles = [];
        for (int first = places.Next(0); first < places.End; first = places.Next(first + length))
        {
            tiles.Add((first, length));
        }

        Assert.Equal(tiles.Count, places.Tiles(length));
        return tiles;
    });

    [Fact]
    public void Runs_cover_every_output_once_and_are_short_enough() => Hold(Runs);

    [Fact]
    public void Places_inside_a_long_gap_are_no_part_of_a_run()
    {
        (StripLayout layout, Strip strip) = Layout(new Plan(Hexagon: true, Size: 65, Images: 1, Reach: 2, Parts: 1));
        List<(int First, int Length)> runs = Runs(new OutputPlaces(layout, strip), 96);
        HashSet<int> outputs = [.. Outputs(layout, strip)];
        foreach ((int first, int length) in runs)
        {
            Assert.Contains(first + length - 1, outputs);
            int apart = Enumerable.Range(first, length).Count(place => !outputs.Contains(place));
            Assert.True(apart < 2 * Lanes, $"A run from {first} computes {apart} places for nothing.");
        }
    }

    [Fact]
    public void A_walk_that_leaves_a_place_out_is_rejected() => Assert.ThrowsAny<Exception>(() => Hold((places, length) =>
    {
        List<(int First, int Length)> tiles = [];
        for (int first = places.Next(0); first < places.End; first = places.Next(first + length + 1))
        {
            tiles.Add((first, length));
        }

        return tiles;
    }));

    private static List<(int First, int Length)> Runs(OutputPlaces places, int most)
    {
        List<(int First, int Length)> runs = [];
        for (int first = places.Next(0), length; first < places.End; first = places.Next(first + length))
        {
            length = places.RunFrom(first, most, Lanes);
            Assert.InRange(length, 1, most);
            runs.Add((first, length));
        }

        return runs;
    }

    private static void Hold(Func<OutputPlaces, int, List<(int First, int Length)>> walk)
    {
        Arbitrary<(Plan Plan, int Length)> drawn = Arb.From(
            from hexagon in Gen.Elements(false, true)
            from radius in Gen.Choose(0, 20)
            from images in Gen.Choose(1, 3)
            from reach in Gen.Choose(0, 4)
            from parts in Gen.Choose(1, 9)
            from length in Gen.Elements(16, 48, 96)
            select (new Plan(hexagon, (2 * radius) + 1, images, reach, parts), length));
        Prop.ForAll(drawn, one => Covers(one.Plan, one.Length, walk)).QuickCheckThrowOnFailure();
    }

    private static void Covers(Plan plan, int length, Func<OutputPlaces, int, List<(int First, int Length)>> walk)
    {
        (StripLayout layout, Strip strip) = Layout(plan);
        HashSet<int> outputs = [.. Outputs(layout, strip)];
        List<(int First, int Length)> tiles = walk(new OutputPlaces(layout, strip), length);
        Assert.All(tiles, tile => Assert.Contains(tile.First, outputs));
        Assert.All(tiles.Zip(tiles.Skip(1)), pair => Assert.True(pair.First.First + pair.First.Length <= pair.Second.First));
        Assert.Subset(tiles.SelectMany(tile => Enumerable.Range(tile.First, tile.Length)).ToHashSet(), outputs);
    }

    private static (StripLayout Layout, Strip Strip) Layout(Plan plan)
    {
        int reach = Math.Min(plan.Reach, plan.Size - 1);
        CorrelationShape shape = CorrelationShape.For(
            plan.Images, plan.Size, plan.Size, (reach + 1, reach + 1), stride: 1, dilation: 1, reach / 2, reach / 2);
        shape = shape with { OnHexagon = plan.Hexagon && shape.OutputWidth % 2 == 1 };
        StripLayout layout = new(shape, (reach + 1, reach + 1), channels: 4, sizeof(float), tile: 48, plan.Parts);
        return (layout, layout[layout.Count - 1]);
    }

    private static IEnumerable<int> Outputs(StripLayout layout, Strip strip)
    {
        for (int image = 0; image < strip.Images; image++)
        {
            for (int row = 0; row < strip.Rows; row++)
            {
                (int begin, int end) = layout.Shape.OutputColumns(strip.FirstRow + row);
                for (int column = begin; column < end; column++)
                {
                    yield return (((image * layout.Rows) + row) * layout.Pitch) + column;
                }
            }
        }
    }

    private sealed record Plan(bool Hexagon, int Size, int Images, int Reach, int Parts);
}
