using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>The action of a point element of its own on each sample of a batch, in one gather over pixels and one over channels.</summary>
/// <remarks>
/// <c>out[n] = L_(h_n) in[n]</c>, equal to <see cref="FieldAction"/> sample by sample. The object keeps the pixel index of each element
/// and image size it has met; it may be used from several threads.
/// </remarks>
public sealed class SampleActions : IDisposable
{
    private readonly PixelIndices _pixels = new();
    private readonly long[][] _channels;

    /// <summary>The actions of a field type's point group.</summary>
    /// <param name="type">A field type whose fields permute their channels.</param>
    /// <exception cref="InvalidOperationException">A field does not permute its channels.</exception>
    public SampleActions(FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Type = type;
        _channels = [.. Enumerable.Range(0, type.Group.Order).Select(type.ChannelSources)];
    }

    /// <summary>The field type.</summary>
    public FieldType Type { get; }

    /// <summary>Acts on each sample by its own element. Differentiable.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H x W</c>, or to <c>N x C x W x H</c> where every element swaps the axes.
    /// </remarks>
    /// <param name="field">A batch of fields of this type.</param>
    /// <param name="pointElements">The number of the point element of each sample.</param>
    /// <exception cref="ArgumentException">
    /// The shape does not fit the type, there are not as many elements as samples, or their results have different shapes.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    /// <exception cref="InvalidOperationException">An element does not keep the lattice.</exception>
    public Tensor Apply(Tensor field, IReadOnlyList<int> pointElements)
    {
        FieldShape.RequireField(field, Type, nameof(field));
        RequireElements(field, pointElements);
        using DisposeScope scope = NewDisposeScope();
        (int rows, int columns) = ResultShape(field, pointElements);
        Tensor pixels = stack(pointElements.Select(h => PixelsOf(h, field).Index)).unsqueeze(1);
        Tensor moved = field.flatten(2).gather(2, pixels.expand(-1, Type.Channels, -1));
        return TurnFibres(moved, pointElements).reshape(field.size(0), Type.Channels, rows, columns).MoveToOuterDisposeScope();
    }

    /// <summary>Releases the kept pixel indices.</summary>
    public void Dispose() => _pixels.Dispose();

    private Tensor TurnFibres(Tensor moved, IReadOnlyList<int> pointElements)
    {
        if (pointElements.All(h => _channels[h].SequenceEqual(_channels[0])))
        {
            return moved;
        }

        long[] sources = [.. pointElements.SelectMany(h => _channels[h])];
        Tensor index = tensor(sources, [pointElements.Count, Type.Channels, 1], dtype: ScalarType.Int64, device: moved.device);
        return moved.gather(1, index.expand_as(moved));
    }

    private (Tensor Index, int Rows, int Columns) PixelsOf(int h, Tensor field) =>
        _pixels.For(Type.Group.Element(LatticePoint.Origin, h), field);

    private (int Rows, int Columns) ResultShape(Tensor field, IReadOnlyList<int> pointElements)
    {
        (int Rows, int Columns) Shape(int n) => PixelsOf(pointElements[n], field) is var (_, rows, columns) ? (rows, columns) : default;

        (int Rows, int Columns) first = Shape(0);
        for (int n = 1; n < pointElements.Count; n++)
        {
            if (Shape(n) is var other && other != first)
            {
                throw new ArgumentException(
                    $"Samples of one batch must keep one shape: of images of shape {FieldShape.Print(field)}, element {pointElements[0]} " +
                    $"makes {first.Rows} x {first.Columns} of sample 0 and element {pointElements[n]} makes {other.Rows} x " +
                    $"{other.Columns} of sample {n}. Use square images, or a group that keeps the axes.",
                    nameof(pointElements));
            }
        }

        return first;
    }

    private void RequireElements(Tensor field, IReadOnlyList<int> pointElements)
    {
        ArgumentNullException.ThrowIfNull(pointElements);
        if (pointElements.Count != field.size(0) || pointElements.Count == 0)
        {
            throw new ArgumentException(
                $"Each sample needs one element and a batch at least one sample: {pointElements.Count} elements were given for a batch " +
                $"of {field.size(0)} (shape {FieldShape.Print(field)}).",
                nameof(pointElements));
        }

        foreach (int h in pointElements)
        {
            if ((uint)h >= (uint)Type.Group.Order)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(pointElements),
                    $"{Type.Group}: there is no point element {h}; its {Type.Group.Order} elements are numbered 0 to " +
                    $"{Type.Group.Order - 1}.");
            }
        }
    }
}
