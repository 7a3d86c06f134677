using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>
/// One element's action on fields of one type: <c>(L_g f)(x) = ρ(g) f(g⁻¹ x)</c>, and <c>ρ(g) v</c> on features without space.
/// </summary>
/// <remarks>
/// Pixels are gathered through <see cref="GridAction"/> about the image's centre; a translation then wraps around the image. On hexagons
/// the cells of the hexagon are gathered, and only point elements act. Images are moved by the elements that keep the lattice, those of
/// <c>Type.Group.LatticeGroup</c>; vectors by all. Channels are gathered where the representations permute them and multiplied by
/// <c>ρ(g)</c> otherwise. Both are linear and orthogonal, so autograd's gradient is the action of <c>g⁻¹</c>. The object keeps the pixel
/// index of each image size it has met; it may be used from several threads. Source: [CohenWelling2016], section 4.4; [WeilerCesa2019],
/// section 2.1.
/// </remarks>
public sealed class FieldAction : IDisposable
{
    private readonly FibreAction _fibre;
    private readonly PixelIndices _pixels = new();

    /// <summary>The action of an element with a translation.</summary>
    /// <param name="type">The field type.</param>
    /// <param name="element">An element of the field type's plane group.</param>
    /// <exception cref="ArgumentException">The element belongs to another plane group.</exception>
    public FieldAction(FieldType type, PlaneGroupElement element)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!type.Group.Equals(element.Group))
        {
            throw new ArgumentException(
                $"The element is of {element.Group}; the field type '{type}' is acted on by {type.Group}. Where one contains the other, " +
                "PlaneGroup.ElementsOf translates.",
                nameof(element));
        }

        Type = type;
        Element = element;
        _fibre = new FibreAction(type, element.Point);
    }

    /// <summary>The action of a point element, about the image's centre.</summary>
    /// <param name="type">The field type.</param>
    /// <param name="pointElement">The number of an element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public FieldAction(FieldType type, int pointElement)
        : this(type, PointElement(type, pointElement))
    {
    }

    /// <summary>The field type.</summary>
    public FieldType Type { get; }

    /// <summary>The element <c>g</c>.</summary>
    public PlaneGroupElement Element { get; }

    /// <summary>The field <c>L_g f</c>, <c>(L_g f)(x) = ρ(g) f(g⁻¹ x)</c>. Differentiable.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H x W</c>, or to <c>N x C x W x H</c> for elements that swap the axes.
    /// </remarks>
    /// <param name="field">A field of this action's type.</param>
    /// <exception cref="ArgumentException">The shape does not fit the type, or a hexagon is to be translated.</exception>
    /// <exception cref="InvalidOperationException">The element does not keep the lattice.</exception>
    public Tensor Apply(Tensor field)
    {
        FieldShape.RequireField(field, Type, nameof(field));
        using DisposeScope scope = NewDisposeScope();
        (Tensor index, int rows, int columns) = _pixels.For(Element, field);
        Tensor moved = field.flatten(2).index_select(2, index);
        Tensor turned = _fibre.Apply(moved);
        return turned.reshape(field.size(0), Type.Channels, rows, columns).MoveToOuterDisposeScope();
    }

    /// <summary>The vector <c>ρ(g) v</c>: the action on features after spatial pooling, where positions are gone. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C</c> to <c>N x C</c>.</remarks>
    /// <param name="vector">Feature vectors of this action's type.</param>
    /// <exception cref="ArgumentException">The shape does not fit the type.</exception>
    public Tensor ApplyToVector(Tensor vector)
    {
        FieldShape.RequireVector(vector, Type, nameof(vector));
        using DisposeScope scope = NewDisposeScope();
        return _fibre.Apply(vector).MoveToOuterDisposeScope();
    }

    /// <summary>Releases the kept pixel indices.</summary>
    public void Dispose() => _pixels.Dispose();

    /// <summary>The field type and the element.</summary>
    public override string ToString() => $"{Element} on {Type}";

    private static PlaneGroupElement PointElement(FieldType type, int pointElement)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Group.Element(LatticePoint.Origin, pointElement);
    }
}
