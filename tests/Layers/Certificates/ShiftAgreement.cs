using GCnn.Groups;
using TorchSharp;
using Xunit.Abstractions;

namespace GCnn.Layers.Tests;

/// <summary>The shifts that certificates state commute, on circular images and in windows of a larger scene, and no smaller ones.</summary>
public class ShiftAgreement(ITestOutputHelper output)
{
    /// <summary>How often weights are drawn: with some of them nothing passes a rectifier at the border.</summary>
    private const int Draws = 12;

    private static readonly DrawnKind[] Convolutions = [DrawnKind.Convolution, DrawnKind.GroupedConvolution];

    [Fact]
    public void Certified_shifts_commute() => Drawn.ForAll(output, DrawnNet.Of(), drawn => drawn.Build(), (drawn, net) =>
    {
        var certificate = Certificate.For(net, drawn.Size.Rows, drawn.Size.Columns);
        return certificate.Shifts is null
            || MeasuredShifts.Hold(net, drawn.Size, certificate.Shifts, certificate.IsUpToShift);
    });

    [Fact]
    public void Nets_of_convolutions_commute_with_no_smaller_shifts_and_need_the_whole_margin() => Drawn.ForAll(
        output, DrawnNet.Of(Convolutions), drawn => drawn.Build(), (drawn, net) =>
        {
            var certificate = Certificate.For(net, drawn.Size.Rows, drawn.Size.Columns);
            return certificate.Output is not ImageSize size || (NeedsItsMargin(net, drawn.Size, size, certificate.Shifts!)
                && HasNoSmallerShift(net, drawn.Size, size, certificate.Shifts!));
        });

    [Fact]
    public void Taking_zeros_around_the_image_for_its_other_side_is_refuted()
    {
        FieldType scalars = FieldType.Trivial(PlaneGroup.P4, 1);
        using Convolution convolution = new(scalars, scalars, Stencil.Square(3), padding: 1);
        ImageSize size = new(6, 7);
        ShiftSymmetry wrong = GeometryWalk.Through(convolution, size, _ => ((WindowGeometry)convolution.Geometry) with
        {
            Wraps = true,
            Mode = PaddingModes.Circular,
        }).Output!.Shifts!;
        Assert.True(wrong.Cyclic);
        Assert.False(MeasuredShifts.Hold(convolution, size, wrong, upToAShift: false));
        Assert.True(MeasuredShifts.Hold(convolution, size, Certificate.For(convolution, 6, 7).Shifts!, upToAShift: false));
    }

    [Fact]
    public void Forgetting_dilation_is_refuted() => Assert.ThrowsAny<Exception>(() => Drawn.ForAll(
        output, DrawnNet.Of(DrawnKind.TransposedConvolution), drawn => drawn.Build(), (drawn, net) => Hold(drawn, net, geometry =>
            geometry is TransposedWindowGeometry window ? window with { Dilation = 1 } : geometry)));

    private static bool Hold(DrawnNet drawn, EquivariantSequential net, Func<LayerGeometry?, LayerGeometry?> wrong) =>
        GeometryWalk.Through(net, drawn.Size, module => wrong((module as IGeometric)?.Geometry)).Output?.Shifts is not ShiftSymmetry shifts
            || MeasuredShifts.Hold(net, drawn.Size, shifts, upToAShift: false);

    /// <summary>One ring more is touched by the border, where the margin leaves anything at all.</summary>
    private static bool NeedsItsMargin(EquivariantModule net, ImageSize input, ImageSize output, ShiftSymmetry shifts)
    {
        LatticePoint[] steps = [new(1, 0), new(0, 1)];
        return shifts.Margin == 0 || !steps.All(v => MeasuredShifts.Leaves(net, output, shifts, v))
            || Enumerable.Range(1, Draws).Any(draw =>
                !steps.All(v => MeasuredShifts.InScene(net, input, shifts with { Margin = shifts.Margin - 1 }, v, draw)));
    }

    /// <summary>On a circular image: a shift by one pixel is no shift of the output, unless it is made of those stated.</summary>
    private static bool HasNoSmallerShift(EquivariantModule net, ImageSize input, ImageSize output, ShiftSymmetry shifts)
    {
        int stride = shifts.Sublattice.Basis.A;
        return !shifts.Cyclic || stride == 1 || output is { Rows: 1, Columns: 1 }
            || ShiftSymmetry.GreatestCommonDivisor(stride, input.Columns) == 1
            || !MeasuredShifts.Wraps(net, input, ShiftSymmetry.All(shifts.Sublattice.Lattice), new LatticePoint(1, 0), someShift: true);
    }
}
