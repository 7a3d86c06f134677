using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// A flip left-right and a flip up-down, each allowed one with probability ½: elements of pmm, exact on images of any shape.
/// </summary>
/// <param name="LeftRight">Whether columns may be reversed.</param>
/// <param name="UpDown">Whether rows may be reversed.</param>
public sealed record RandomFlip(bool LeftRight = true, bool UpDown = false) : GeometricAugmentation
{
    private readonly PointElementBatch _batch = new();

    /// <summary>Draws an element of pmm.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        bool leftRight = stream.NextBool() && LeftRight;
        bool upDown = stream.NextBool() && UpDown;

        // The elements of pmm in their order: identity, half turn, left-right, half turn times left-right = up-down.
        int element = (leftRight, upDown) switch { (false, false) => 0, (true, true) => 1, (true, false) => 2, (false, true) => 3 };
        return new PointElementParameters(PlaneGroup.Pmm, element);
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before) =>
        PointElementBatch.Place(Own<PointElementParameters>(parameters).Of(PlaneGroup.Pmm), before);

    /// <summary>Gathers <c>out[n](x) = in[n](h_n⁻¹ x)</c>, the whole batch at once.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image the element of pmm.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images or not of pmm.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters) =>
        _batch.Apply(images, PlaneGroup.Pmm, Require<PointElementParameters>(images, parameters));

    /// <summary>Whether both allow the same flips.</summary>
    /// <param name="other">The augmentation to compare with.</param>
    public bool Equals(RandomFlip? other) => other is not null && (LeftRight, UpDown) == (other.LeftRight, other.UpDown);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LeftRight, UpDown);
}
