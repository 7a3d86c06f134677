using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing;

public sealed partial class EquivarianceReport
{
    /// <summary>Measures <c>f(T_t x) = T_(t/s) f(x)</c> for cyclic shifts <c>T_t</c>, for functions that pad circularly.</summary>
    /// <remarks>
    /// All shifts <c>t</c> that are multiples of the stride <c>s</c> are tried: <c>(H/s) (W/s)</c> calls. Feature vectors must not change.
    /// <b>Shapes:</b> <c>x</c> is <c>N x C x H x W</c>; <c>f(x)</c> is <c>N x C' x H/s x W/s</c> or <c>N x C'</c>.
    /// </remarks>
    /// <param name="f">The function. No graph is recorded.</param>
    /// <param name="x">The input, without symmetry.</param>
    /// <param name="stride">The product of all strides in <c>f</c>.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="ArgumentException">
    /// The input has not four axes, or a side of <c>x</c> is not stride times that of <c>f(x)</c>.
    /// </exception>
    public static EquivarianceReport MeasureCyclicShifts(
        Func<Tensor, Tensor> f, Tensor x, int stride = 1, EquivarianceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGraph = no_grad();
        CyclicShifts.RequireImage(x, stride);
        Tensor output = f(x);
        CyclicShifts.RequireStride(x, output, stride);
        string? vacuity = null;
        var border = Border.Of(options, PlaneGroup.P1.Lattice);
        List<ElementError> errors = [];
        foreach (LatticePoint t in CyclicShifts.Multiples(x, stride))
        {
            PlaneGroupElement element = PlaneGroup.P1.Element(t, 0);
            Tensor moved = CyclicShifts.Shift(x, t, 1);
            vacuity ??= Testing.Vacuity.OfInput(element, x, moved);
            Tensor expected = output.ndim == 2 ? output : CyclicShifts.Shift(output, t, stride);
            errors.Add(Comparison.Between(element, f(moved), expected, border with { Shift = new(t.X / stride, t.Y / stride) }));
        }

        return new EquivarianceReport(
            "f(T_t x) = T_(t/s) f(x), cyclic", [.. errors], output,
            vacuity ?? Testing.Vacuity.Of(f, x, null, output, null), options ?? new());
    }

    /// <summary>Measures <c>f(T_t x) = T_(t/s) f(x)</c> away from the border, on two windows of one larger image.</summary>
    /// <remarks>
    /// Padding invents what lies beyond the border, so no function with padding commutes with shifts there. Two windows of the same scene
    /// that lie <c>−t</c> apart show the same things at places that differ by <c>t</c>; where neither output feels its border the law
    /// must hold. The shifts tried are given by <see cref="ShiftedWindows"/>.
    /// <b>Shapes:</b> the scene is <c>N x C x H x W</c>, <c>f</c> of a window is <c>N x C' x H' x W'</c>.
    /// </remarks>
    /// <param name="f">The function. No graph is recorded.</param>
    /// <param name="scene">The large image, without symmetry.</param>
    /// <param name="windows">The windows' size, the stride and the margin.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="ArgumentException">The scene is too small, or the margins leave nothing to compare.</exception>
    public static EquivarianceReport MeasureShiftedWindows(
        Func<Tensor, Tensor> f, Tensor scene, ShiftedWindows windows, EquivarianceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(windows);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGraph = no_grad();
        windows.RequireScene(scene);
        Tensor still = windows.Cut(scene, LatticePoint.Origin);
        Tensor output = f(still);
        windows.RequireOverlap(output);
        string? vacuity = null;
        List<ElementError> errors = [];
        foreach (LatticePoint t in windows.Shifts)
        {
            PlaneGroupElement element = PlaneGroup.P1.Element(t, 0);
            Tensor moved = windows.Cut(scene, t);
            vacuity ??= Testing.Vacuity.OfInput(element, still, moved);
            errors.Add(Comparison.Between(element, windows.Overlap(f(moved), -t), windows.Overlap(output, t), Border.None));
        }

        return new EquivarianceReport(
            "f(T_t x) = T_(t/s) f(x), on windows", [.. errors], output,
            vacuity ?? Testing.Vacuity.Of(f, still, null, output, null), options ?? new());
    }
}
