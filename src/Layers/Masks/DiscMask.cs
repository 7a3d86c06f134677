using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Weighs each position by its distance <c>r</c> from the image's centre: 1 in a disc of radius <c>ρ</c>, outside
/// <c>exp(−(r − ρ)² / 2σ²)</c>, or 0 where <c>σ = 0</c>.
/// </summary>
/// <remarks>
/// A turned image lacks what lay outside the disc in the image's corners; without them a net cannot see by which angle it was turned.
/// Distances are roots of integers, equal on orbits, so the layer commutes with every point element exactly, at every size; it commutes
/// with no shift. The disc is the largest whose rim goes through the border's pixels, <c>ρ = (min(H, W) − 1) / 2</c>, on hexagons
/// <c>R √3 / 2</c>, less a margin.
/// <b>Shapes:</b> those of the input. Source: [WeilerCesa2019], appendix.
/// </remarks>
public sealed partial class DiscMask : EquivariantModule, IGeometric
{
    private readonly DiscWeights _weights;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="margin">How much smaller the disc's radius is than the largest possible, in pixels, at least 0.</param>
    /// <param name="sigma">The standard deviation <c>σ</c> of the fall outside the disc in pixels; 0 for a sharp rim.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public DiscMask(FieldType type, double margin = 0, double sigma = 0)
        : base(nameof(DiscMask), type, type)
    {
        Margin = RequireLength(margin, nameof(margin));
        Sigma = RequireLength(sigma, nameof(sigma));
        _weights = NewWeights();
    }

    /// <summary>How much smaller the disc's radius is than the largest possible, in pixels.</summary>
    public double Margin { get; }

    /// <summary>The standard deviation of the fall outside the disc in pixels.</summary>
    public double Sigma { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new MaskGeometry();

    /// <summary>Weighs the positions.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or the margin leaves nothing of it.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        return input * _weights.For((int)input.size(2), (int)input.size(3)).Like(input);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _weights.Dispose();
        }

        base.Dispose(disposing);
    }

    private static double RequireLength(double length, string parameter) => length >= 0 && double.IsFinite(length)
        ? length
        : throw new ArgumentOutOfRangeException(
            parameter, $"{nameof(DiscMask)}: the {parameter} is {length} pixels; it must be a number of at least 0.");

    private DiscWeights NewWeights() => new(GetName(), OnHexagons, Margin, Sigma);
}
