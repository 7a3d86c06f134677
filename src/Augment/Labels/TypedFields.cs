using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Fields of a <see cref="FieldType"/>, such as responses of a layer or vectors as an irrep: pixels move, and channels by <c>ρ(h)</c>.
/// </summary>
public static class TypedFields
{
    /// <summary>Moves fields with their images, where each image moved by an element of the field type's group, and a shift.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>. Exact where the group's elements keep the pixels.</remarks>
    /// <param name="pipeline">The pipeline that moved the images.</param>
    /// <param name="fields">The fields, of a floating-point type.</param>
    /// <param name="type">Their type.</param>
    /// <param name="parameters">What was drawn for the images; resolved, where it depends on them.</param>
    /// <param name="interpolation">How to read between pixels.</param>
    /// <exception cref="ArgumentException">
    /// An image moved by no element of the group, a shape does not fit, or the parameters are not of these fields or this pipeline.
    /// </exception>
    public static Tensor Moved(
        Pipeline pipeline,
        Tensor fields,
        FieldType type,
        IReadOnlyList<Parameters> parameters,
        Interpolation interpolation = Interpolation.Bilinear)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        FieldShape.RequireField(fields, type, nameof(fields));
        ImageBatch.Require(fields, parameters);
        using DisposeScope scope = NewDisposeScope();
        var before = ImageSize.Of(fields);
        int[] elements = [.. parameters.Select((sample, n) => PlacedElement.Of(type.Group, pipeline.Place(sample, before), n))];
        Tensor moved = pipeline.ApplyGeometry(fields, parameters, interpolation);
        return stack(elements.Select((h, n) => Turned(moved[n], type, h))).MoveToOuterDisposeScope();
    }

    /// <summary>The fibre of each pixel, <c>C x H x W</c>, by <c>ρ(h)</c>.</summary>
    private static Tensor Turned(Tensor field, FieldType type, int element)
    {
        Tensor fibres = field.flatten(1).permute(1, 0);
        return fibres.TransformVector(type, element).permute(1, 0).reshape(field.shape);
    }
}
