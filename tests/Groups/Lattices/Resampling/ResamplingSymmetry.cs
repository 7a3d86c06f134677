namespace GCnn.Groups.Tests;

public sealed class ResamplingSymmetry
{
    [Fact]
    public void The_two_lattices_share_the_symmetries_of_the_rectangle() =>
        Assert.Equal(PlaneGroup.Pmm.Order, Shared.Count());

    [Fact]
    public void Resampling_commutes_with_every_symmetry_that_both_lattices_have()
    {
        foreach ((int rows, int columns, int radius) in new[] { (33, 33, 16), (20, 31, 9), (32, 32, 12), (4, 4, 2) })
        {
            Assert.All(Shared, pair => Law.Holds(Discord(rows, columns, radius, pair.OnSquare, pair.OnHexagon)));
        }
    }

    [Fact]
    public void It_tells_the_symmetries_apart()
    {
        foreach ((int onSquare, int onHexagon) in Shared)
        {
            Assert.All(Shared.Where(other => other.OnSquare != onSquare), other =>
                Law.IsBrokenBy(Discord(33, 33, 16, onSquare, other.OnHexagon)));
        }
    }

    [Fact]
    public void With_sixth_turns_there_and_back_commutes_up_to_the_error_only()
    {
        int radius = 16;
        double[] cells = SampledImages.OnHexagon(SampledImages.Wave(0.1, 0.03, 0.4), radius, 1);
        GridAction sixth = GridAction.For(PlaneGroup.P6, 1, 33, 33);
        double[] first = ThereAndBack(sixth.Map.Apply<double>(cells));
        double[] second = sixth.Map.Apply<double>(ThereAndBack(cells));
        HexagonalDomain hexagon = new(radius);
        int[] inner = [.. new HexagonalDomain(radius - 5).Cells.Select(hexagon.Slot)];
        double worst = inner.Max(slot => Math.Abs(first[slot] - second[slot]));
        Assert.InRange(worst, 1e-6, 0.02);

        double[] ThereAndBack(double[] values) =>
            Resampling.SquareToHexagonal(33, 33, radius).Apply<double>(Resampling.HexagonalToSquare(radius, 33, 33).Apply<double>(values));
    }

    /// <summary>Pairs of elements of p4m and p6m that are the same motion of the plane and keep oblong rectangles.</summary>
    private static IEnumerable<(int OnSquare, int OnHexagon)> Shared =>
        from k in Enumerable.Range(0, PlaneGroup.P4m.Order)
        from h in Enumerable.Range(0, PlaneGroup.P6m.Order)
        where PlaneGroup.P4m.Motion(k) == PlaneGroup.P6m.Motion(h)
        select (k, h);

    private static string? Discord(int rows, int columns, int radius, int onSquare, int onHexagon)
    {
        Random random = new(7);
        double[] image = SampledImages.OnSquare((_, _) => random.NextDouble() - 0.5, rows, columns);
        double[] cells = SampledImages.OnHexagon((_, _) => random.NextDouble() - 0.5, radius, 1);
        IndexMap square = GridAction.For(PlaneGroup.P4m, onSquare, rows, columns).Map;
        IndexMap hexagon = GridAction.For(PlaneGroup.P6m, onHexagon, (2 * radius) + 1, (2 * radius) + 1).Map;
        double error = Math.Max(
            Error(Resampling.SquareToHexagonal(rows, columns, radius), square, hexagon, image),
            Error(Resampling.HexagonalToSquare(radius, rows, columns), hexagon, square, cells));
        return error < 1e-12 ? null : $"p4m {onSquare} and p6m {onHexagon} on {rows} x {columns} differ by {error}";
    }

    private static double Error(Resampling plan, IndexMap before, IndexMap after, double[] image)
    {
        double[] movedFirst = plan.Apply<double>(before.Apply<double>(image));
        double[] movedLast = after.Apply<double>(plan.Apply<double>(image));
        return movedFirst.Zip(movedLast, (a, b) => Math.Abs(a - b)).Max();
    }
}
