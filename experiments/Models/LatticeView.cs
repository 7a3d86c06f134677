using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Models;

/// <summary>
/// What a net over a lattice sees of a square image: its pixels as they are, or the cells of the largest hexagon inside it, as wide as the
/// image and resampled by cubic convolution (<see cref="Resampling"/>).
/// </summary>
/// <remarks>
/// Both are stored on the same square: a hexagon of <c>2R + 1</c> cells across takes the place of <c>2R + 1</c> pixels, its cells one pixel
/// apart. From here on only exact symmetries of the lattice move an image.
/// </remarks>
public sealed class LatticeView : IDisposable
{
    private readonly ImageResampling? _toHexagon;

    /// <summary>The view of images of one size.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="size">The side of the images; odd for hexagons.</param>
    /// <exception cref="ArgumentException">The lattice is hexagonal and the side even.</exception>
    public LatticeView(Lattice lattice, int size)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        (Size, Symmetries) = (size, lattice is HexagonalLattice ? PlaneGroup.P6m : PlaneGroup.P4m);
        if (lattice is HexagonalLattice)
        {
            _toHexagon = new ImageResampling(Resampling.SquareToHexagonal(size, size, HexagonalDomain.FromRectangle(size).Radius));
        }
    }

    /// <summary>The side of the images, and of the square on which the view is stored.</summary>
    public int Size { get; }

    /// <summary>The group of all symmetries of the lattice about a point, p4m or p6m.</summary>
    public PlaneGroup Symmetries { get; }

    /// <summary>How square images become hexagons; null where they stay as they are.</summary>
    public Resampling? Plan => _toHexagon?.Plan;

    /// <summary>Looks at images.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x n x n</c> to the same; on hexagons zero outside.</remarks>
    /// <param name="images">The images.</param>
    public Tensor Of(Tensor images) => _toHexagon?.Apply(images) ?? images;

    /// <inheritdoc/>
    public void Dispose() => _toHexagon?.Dispose();

    /// <summary>The lattice and the size.</summary>
    public override string ToString() => $"{Symmetries.Lattice.Name}, {Size} across";
}
