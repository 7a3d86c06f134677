using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>How far a function is from commuting with one element.</summary>
/// <param name="Element">The element <c>g</c>; for translations an element of p1.</param>
/// <param name="MaxError">The largest <c>|f(L_g x) − L_g f(x)|</c>.</param>
/// <param name="MeanError">The mean of <c>|f(L_g x) − L_g f(x)|</c>.</param>
/// <param name="WorstIndex">Where the error is largest, such as <c>[0, 3, 2, 2]</c> for sample, channel, row and column.</param>
/// <param name="Actual">The value of <c>f(L_g x)</c> there.</param>
/// <param name="Expected">The value of <c>L_g f(x)</c> there.</param>
public sealed record ElementError(
    PlaneGroupElement Element, double MaxError, double MeanError, string WorstIndex, double Actual, double Expected)
{
    /// <summary>The largest error of pixels further than the margin from the border; null where there are none, as for vectors.</summary>
    public double? InteriorError { get; init; }

    /// <summary>The largest error of the other pixels; null where <see cref="InteriorError"/> is.</summary>
    public double? BorderError { get; init; }

    /// <summary>The largest error at each pixel; null unless <see cref="EquivarianceOptions.KeepMaps"/> asks for it.</summary>
    public ErrorMap? Map { get; init; }

    /// <summary>The element without its group: <c>element 1: x -> [[0, 1], [-1, 0]] x + (0, 0)</c>.</summary>
    public string Name => $"element {Element.Point}: x -> {Element.Matrix} x + {Element.Translation}";
}
