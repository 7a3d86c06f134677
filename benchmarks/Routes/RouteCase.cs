using GCnn.Groups;

namespace GCnn.Benchmarks;

/// <summary>A convolution and an image size at random, as nets have them.</summary>
internal sealed record RouteCase(FieldType Input, FieldType Output, Stencil Stencil, int Stride, int Side, int Batch)
{
    private const double MostMultiplications = 3e9;

    /// <summary>Draws one whose plain convolution is no longer than a second or so.</summary>
    public static RouteCase Draw(Random random)
    {
        while (true)
        {
            PlaneGroup group = PlaneGroup.All[random.Next(1, PlaneGroup.All.Count)];
            bool hexagonal = group.Lattice is HexagonalLattice;
            int side = (int)Math.Round(Math.Exp(random.NextDouble() * Math.Log(16)) * 5);
            RouteCase drawn = new(
                Fields(random, group),
                FieldType.Regular(group, Number(random, 48)),
                hexagonal ? Stencil.Hexagon(random.Next(0, 3)) : Stencil.Square(1 + (2 * random.Next(0, 3))),
                random.Next(4) == 0 ? 2 : 1,
                hexagonal ? side | 1 : side,
                Number(random, 32));
            if (drawn.Stencil.Rows <= drawn.Side && drawn.Multiplications < MostMultiplications)
            {
                return drawn;
            }
        }
    }

    /// <summary>The multiply-adds of the plain convolution.</summary>
    public double Multiplications => (double)Input.Channels * Output.Channels * Stencil.Rows * Stencil.Columns * Side * Side * Batch
        / (Stride * Stride);

    private static FieldType Fields(Random random, PlaneGroup group) => random.Next(5) switch
    {
        0 => FieldType.Trivial(group, random.Next(1, 4)),
        1 => FieldType.Trivial(group, Number(random, 16)) + FieldType.Regular(group, Number(random, 16)),
        _ => FieldType.Regular(group, Number(random, 48)),
    };

    private static int Number(Random random, int most) => (int)Math.Round(Math.Exp(random.NextDouble() * Math.Log(most)));
}
