using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Windows that are cut from one scene at places that differ by multiples of a stride.</summary>
/// <remarks>
/// The window shifted by <c>t</c> is cut at <c>centre − t</c>, so what is at <c>p</c> in the still window is at <c>p + t</c> in it, where
/// both show it. Shifts of one and of <see cref="Steps"/> strides are tried along both axes and diagonals.
/// </remarks>
/// <param name="Rows">The windows' height.</param>
/// <param name="Columns">The windows' width.</param>
/// <param name="Stride">The product of all strides in the function.</param>
/// <param name="Margin">
/// The number of output pixels at each side that the border reaches, because part of their receptive field lies outside the window.
/// </param>
/// <param name="Steps">The longest shift in strides.</param>
public sealed record ShiftedWindows(int Rows, int Columns, int Stride, int Margin, int Steps = 2)
{
    /// <summary>
    /// The shifts <c>t</c>: all <c>(i s, j s)</c> with <c>i, j</c> in <c>{−Steps, −1, 0, 1, Steps}</c>, but not <c>(0, 0)</c>.
    /// </summary>
    public IEnumerable<LatticePoint> Shifts
    {
        get
        {
            int[] steps = [.. new[] { -Steps, -1, 0, 1, Steps }.Distinct()];
            return from y in steps from x in steps where (x, y) != (0, 0) select new LatticePoint(x * Stride, y * Stride);
        }
    }

    /// <summary>The window that shows the scene shifted by <c>t</c>.</summary>
    internal Tensor Cut(Tensor scene, LatticePoint t)
    {
        long top = ((scene.shape[2] - Rows) / 2) - t.Y, left = ((scene.shape[3] - Columns) / 2) - t.X;
        return scene.narrow(2, top, Rows).narrow(3, left, Columns);
    }

    /// <summary>The part of an output, less the margin, that the output shifted by <c>t</c> shows as well.</summary>
    internal Tensor Overlap(Tensor output, LatticePoint t) => Part(Part(output, 2, t.Y / Stride), 3, t.X / Stride);

    /// <summary>Refuses a scene in which some window would not fit.</summary>
    internal void RequireScene(Tensor scene)
    {
        if (Rows < 1 || Columns < 1 || Stride < 1 || Margin < 0 || Steps < 1)
        {
            throw new ArgumentException(
                $"Windows need sides, stride and steps of at least 1 and a margin of at least 0; these are {this}.");
        }

        int room = 2 * Steps * Stride;
        if (scene.ndim != 4 || scene.shape[2] < Rows + room || scene.shape[3] < Columns + room)
        {
            throw new ArgumentException(
                $"The scene is {FieldShape.Print(scene)}; windows of {Rows} x {Columns} shifted by up to {Steps} strides of {Stride} " +
                $"need N x C x {Rows + room} x {Columns + room} or more.",
                nameof(scene));
        }
    }

    /// <summary>Refuses an output whose margins leave nothing to compare.</summary>
    internal void RequireOverlap(Tensor output)
    {
        int least = (2 * Margin) + Steps + 1;
        if (output.ndim != 4 || output.shape[2] < least || output.shape[3] < least)
        {
            throw new ArgumentException(
                $"The output of a window is {FieldShape.Print(output)}; a margin of {Margin} on each side and shifts of {Steps} strides " +
                $"need N x C x {least} x {least} or more. Use larger windows. Feature vectors have no positions to compare.");
        }
    }

    private Tensor Part(Tensor output, int axis, int steps)
    {
        long length = output.shape[axis] - (2 * Margin) - Math.Abs(steps);
        return output.narrow(axis, Margin + Math.Max(0, -steps), length);
    }
}
