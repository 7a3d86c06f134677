using GCnn.Experiments.CommandLine;
using GCnn.Groups;

namespace GCnn.Experiments.Kernels;

/// <summary>Everything that decides what a picture of kernels shows, and where it goes.</summary>
/// <param name="GroupName">The group, by name.</param>
/// <param name="Input">The input field.</param>
/// <param name="Output">The output field.</param>
/// <param name="Size">The stencil's side in cells, or null for 3 where pixels serve the group and 5 where harmonics are needed.</param>
/// <param name="Smooth">Whether harmonics are shown between the points of the stencil as well.</param>
/// <param name="Scale">The distance between neighbouring points in the picture's pixels.</param>
/// <param name="Out">The file.</param>
internal sealed record KernelOptions(GroupName GroupName, FieldName Input, FieldName Output, int? Size, bool Smooth, int Scale, string Out)
{
    /// <summary>The longest side of a stencil.</summary>
    public const int MaximumSize = 15;

    /// <summary>The distance between neighbouring points, unless asked otherwise.</summary>
    public const int DefaultScale = 12;

    private const int SizeOfPixels = 3;
    private const int SizeOfHarmonics = 5;

    /// <summary>The group, for fields of these frequencies.</summary>
    public PlaneGroup Group() => GroupName.For(Math.Max(Input.Frequency, Output.Frequency));

    /// <summary>The scalar filters on the stencil.</summary>
    /// <param name="group">The group.</param>
    public FilterBasis Filters(PlaneGroup group)
    {
        int size = Size ?? (PixelBasis.Serves(group) ? SizeOfPixels : SizeOfHarmonics);
        return FilterBasis.For(group, group.Lattice is HexagonalLattice ? Stencil.Hexagon(size / 2) : Stencil.Square(size));
    }

    /// <summary>Refuses what makes no sense.</summary>
    /// <returns>These options.</returns>
    /// <exception cref="UsageException">A value is out of its range; the message says which is needed.</exception>
    public KernelOptions Checked()
    {
        PlaneGroup group = Group();
        Require(Size is null or (>= 1 and <= MaximumSize), $"--size {Size}: from 1 to {MaximumSize} cells are possible.");
        Require(
            Size is null || Size % 2 == 1 || group.Lattice is SquareLattice,
            $"--size {Size}: a hexagon of cells is an odd number across; use {Size - 1} or {Size + 1}.");
        Require(Scale is >= 2 and <= 100, $"--scale {Scale}: from 2 to 100 pixels are possible.");
        Require(
            !Smooth || !PixelBasis.Serves(group),
            $"--smooth: the kernels of {GroupName.Name} live on the points of the {group.Lattice} only, with nothing between them; " +
            "leave it out.");
        OutputPath.RequirePng("--out", Out);
        OutputPath.RequireFile("--out", Out);
        return this;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new UsageException(message);
        }
    }
}
