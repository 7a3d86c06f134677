using GCnn.Actions;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Vectors in every pixel of an image: pixels move, and the vectors turn with them, <c>v'(p') = M v(M⁻¹ p')</c>.</summary>
public static class VectorFields
{
    /// <summary>Moves vector fields with their images. Differentiable.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x 2K x H x W</c> to <c>N x 2K x H' x W'</c>: of <c>K</c> vectors one after another, each the part to the right
    /// and the part downwards, as seen on screen also on hexagons.
    /// </remarks>
    /// <param name="pipeline">The pipeline that moved the images.</param>
    /// <param name="fields">The vectors, of a floating-point type.</param>
    /// <param name="parameters">What was drawn for the images; resolved, where it depends on them.</param>
    /// <param name="kind">Whether the vectors are differences of places or slopes of values.</param>
    /// <param name="interpolation">How to read between pixels.</param>
    /// <exception cref="ArgumentException">
    /// The channels are no pairs, or a shape or type does not fit, or the parameters are not of these fields or this pipeline.
    /// </exception>
    public static Tensor Moved(
        Pipeline pipeline,
        Tensor fields,
        IReadOnlyList<Parameters> parameters,
        VectorKind kind = VectorKind.Displacement,
        Interpolation interpolation = Interpolation.Bilinear)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ImageBatch.Require(fields, parameters);
        if (fields.shape[1] % 2 != 0)
        {
            throw new ArgumentException(
                $"A vector field has two channels for each vector, the part to the right and the part downwards; this one has " +
                $"{fields.shape[1]} (shape {FieldShape.Print(fields)}).",
                nameof(fields));
        }

        using DisposeScope scope = NewDisposeScope();
        var before = ImageSize.Of(fields);
        Affine[] matrices = [.. parameters.Select(sample => Matrix(pipeline.Place(sample, before).OnScreen, kind))];
        Tensor moved = pipeline.ApplyGeometry(fields, parameters, interpolation);
        Tensor vectors = moved.reshape(moved.shape[0], -1, 2, moved.shape[2], moved.shape[3]);
        Tensor right = vectors.select(2, 0), down = vectors.select(2, 1);
        return stack([(Entry(m => m.A) * right) + (Entry(m => m.B) * down), (Entry(m => m.C) * right) + (Entry(m => m.D) * down)], 2)
            .reshape(moved.shape)
            .MoveToOuterDisposeScope();

        Tensor Entry(Func<Affine, double> entry) => ImageBatch.PerImage(fields, matrices, entry);
    }

    /// <summary>The matrix <c>M</c>, or for slopes <c>M⁻ᵀ</c>.</summary>
    private static Affine Matrix(Affine map, VectorKind kind)
    {
        if (kind == VectorKind.Displacement)
        {
            return map.Linear;
        }

        Affine inverse = map.Linear.Inverse;
        return inverse with { B = inverse.C, C = inverse.B };
    }
}
