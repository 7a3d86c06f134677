using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Which shifts commute, found out by running a net on a circular image and on windows cut from a larger scene.</summary>
internal static class MeasuredShifts
{
    private static readonly LatticePoint[] Steps = [new(1, 0), new(0, 1), new(1, 1)];

    /// <summary>Whether the shifts commute as is said of them.</summary>
    public static bool Hold(EquivariantModule net, ImageSize size, ShiftSymmetry shifts, bool upToAShift) =>
        Steps.All(v => (!shifts.Cyclic || Wraps(net, size, shifts, v, upToAShift)) && (upToAShift || InScene(net, size, shifts, v)));

    /// <summary>Whether cyclic shifts by <c>S v</c> of the image are shifts by <c>Steps v</c> of the output, or any where asked.</summary>
    public static bool Wraps(EquivariantModule net, ImageSize size, ShiftSymmetry shifts, LatticePoint v, bool someShift)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor x = Measured.Draw(net, size, 1, integers: false), y = net.call(x);
        Tensor moved = net.call(Rolled(x, shifts.Sublattice.ToParent(v)));
        return y.ndim == 2 || !someShift
            ? Near(moved, y.ndim == 2 ? y : Rolled(y, new LatticePoint(shifts.Steps * v.X, shifts.Steps * v.Y)), y)
            : Enumerable.Range(0, (int)y.size(0)).All(n => IsAShiftOf(moved.narrow(0, n, 1), y.narrow(0, n, 1)));
    }

    /// <summary>
    /// Whether windows of a scene, one of them <c>S v</c> further on, have outputs that agree but for <c>Steps v</c>, without the margin.
    /// </summary>
    public static bool InScene(EquivariantModule net, ImageSize size, ShiftSymmetry shifts, LatticePoint v, int draw = 1)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        LatticePoint step = shifts.Sublattice.ToParent(v);
        (int far, int k) = (Math.Max(Math.Abs(step.X), Math.Abs(step.Y)), shifts.Steps);
        Tensor scene = Measured.Draw(net, new(size.Rows + (2 * far), size.Columns + (2 * far)), draw, integers: false, masked: false);
        Tensor here = net.call(Window(net, scene, size, far, far)), there = net.call(Window(net, scene, size, far + step.Y, far + step.X));
        if (here.ndim == 2)
        {
            return true;
        }

        bool[,] inside = Inside(net, (int)here.size(2), (int)here.size(3), shifts.Margin);
        double scale = (double)here.abs().max();
        return Pairs(inside, k * v.X, k * v.Y).All(pair =>
            (double)(here[.., .., pair.Row + (k * v.Y), pair.Column + (k * v.X)] - there[.., .., pair.Row, pair.Column]).abs().max()
                <= Measured.Rounding * scale);
    }

    /// <summary>Whether a margin leaves positions to compare at.</summary>
    public static bool Leaves(EquivariantModule net, ImageSize output, ShiftSymmetry shifts, LatticePoint v) =>
        Pairs(Inside(net, output.Rows, output.Columns, shifts.Margin), shifts.Steps * v.X, shifts.Steps * v.Y).Any();

    private static bool[,] Inside(EquivariantModule net, int rows, int columns, int margin)
    {
        bool[,] inside = new bool[rows, columns];
        bool hexagonal = net.OutputType.Group.Lattice is HexagonalLattice;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                LatticePoint p = new(column - (columns / 2), row - (rows / 2));
                inside[row, column] = hexagonal
                    ? CubePoint.FromAxial(p).Norm <= (rows / 2) - margin
                    : Math.Min(Math.Min(row, rows - 1 - row), Math.Min(column, columns - 1 - column)) >= margin;
            }
        }

        return inside;
    }

    private static IEnumerable<(int Row, int Column)> Pairs(bool[,] inside, int right, int down) =>
        from row in Enumerable.Range(0, Math.Max(0, inside.GetLength(0) - down))
        from column in Enumerable.Range(0, Math.Max(0, inside.GetLength(1) - right))
        where inside[row, column] && inside[row + down, column + right]
        select (row, column);

    private static Tensor Window(EquivariantModule net, Tensor scene, ImageSize size, int row, int column)
    {
        Tensor window = scene.narrow(2, row, size.Rows).narrow(3, column, size.Columns);
        return net.InputType.Group.Lattice is HexagonalLattice ? window.MaskToHexagon() : window;
    }

    private static Tensor Rolled(Tensor x, LatticePoint by) => x.roll([by.Y, by.X], [2, 3]);

    private static bool IsAShiftOf(Tensor a, Tensor b) =>
        (from dy in Enumerable.Range(0, (int)b.size(2))
         from dx in Enumerable.Range(0, (int)b.size(3))
         select Rolled(b, new LatticePoint(dx, dy))).Any(shifted => Near(a, shifted, b));

    private static bool Near(Tensor a, Tensor b, Tensor scale) =>
        (double)(a - b).abs().max() <= Measured.Rounding * (double)scale.abs().max();
}
