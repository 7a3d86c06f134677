using GCnn.Experiments.Kernels;
using GCnn.Groups;
using GCnn.Images;

namespace GCnn.Experiments.Tests.Kernels;

/// <summary>A picture of kernels, and where in it the cell of a point lies.</summary>
internal sealed record DrawnKernels(KernelSpace Space, PictureLayout Layout, RgbImage Image, int Scale)
{
    public PlaneGroup Group => Space.Filters.Group;

    public Stencil Stencil => Space.Filters.Stencil;

    public static DrawnKernels Draw(KernelSpace space, int scale, bool smooth = false)
    {
        KernelPanel panel = smooth ? KernelPanel.Smooth((HarmonicBasis)space.Filters, scale) : KernelPanel.Cells(space.Filters, scale);
        (int outputs, int inputs) = (space.Output.Dimension, space.Input.Dimension);
        var layout = new PictureLayout("title", outputs, inputs, space.Dimension, (panel.Width, panel.Height));
        return new DrawnKernels(space, layout, new KernelPicture(space, panel, layout).Draw(), scale);
    }

    /// <summary>The kernels from a scalar to a regular field.</summary>
    public static KernelSpace Lifting(FilterBasis filters) => KernelSpace.For(
        new TrivialRepresentation(filters.Group.PointGroup), new RegularRepresentation(filters.Group.PointGroup), filters);

    /// <summary>The colour in the middle of a point's cell.</summary>
    public RgbColour At(int kernel, int output, int input, LatticePoint doubledPoint)
    {
        (double x, double y) = Group.Lattice.Position(doubledPoint.X / 2.0, doubledPoint.Y / 2.0);
        int column = Layout.Left(output, input) + (int)Math.Round((Layout.Panel.Width / 2.0) + (x * Scale));
        int row = Layout.Top(kernel) + (int)Math.Round((Layout.Panel.Height / 2.0) + (y * Scale));
        return Pixel(column, row);
    }

    public RgbColour Pixel(int column, int row)
    {
        ReadOnlySpan<byte> at = Image.Pixels.Slice(3 * ((row * Image.Width) + column), 3);
        return new RgbColour(at[0], at[1], at[2]);
    }
}
