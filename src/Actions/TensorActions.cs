using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>The action as methods of tensors, for single use; where one element acts often, keep a <see cref="FieldAction"/>.</summary>
public static class TensorActions
{
    /// <summary>The field <c>L_g f</c>, <c>(L_g f)(x) = ρ(g) f(g⁻¹ x)</c>; a translation wraps around the image. Differentiable.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H x W</c>, or to <c>N x C x W x H</c> for elements that swap the axes.
    /// </remarks>
    /// <param name="field">The field <c>f</c>.</param>
    /// <param name="type">Its field type.</param>
    /// <param name="element">An element of the field type's plane group.</param>
    /// <exception cref="ArgumentException">The shape or the element does not fit the type.</exception>
    public static Tensor Transform(this Tensor field, FieldType type, PlaneGroupElement element)
    {
        using FieldAction action = new(type, element);
        return action.Apply(field);
    }

    /// <summary>The field <c>L_h f</c> for a point element, about the image's centre. Differentiable.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H x W</c>, or to <c>N x C x W x H</c> for elements that swap the axes.
    /// </remarks>
    /// <param name="field">The field <c>f</c>.</param>
    /// <param name="type">Its field type.</param>
    /// <param name="pointElement">The number of an element of the point group.</param>
    /// <exception cref="ArgumentException">The shape does not fit the type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public static Tensor Transform(this Tensor field, FieldType type, int pointElement)
    {
        using FieldAction action = new(type, pointElement);
        return action.Apply(field);
    }

    /// <summary>The vector <c>ρ(h) v</c>, for features without space. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C</c> to <c>N x C</c>.</remarks>
    /// <param name="vector">Feature vectors <c>v</c>.</param>
    /// <param name="type">Their field type.</param>
    /// <param name="pointElement">The number of an element of the point group.</param>
    /// <exception cref="ArgumentException">The shape does not fit the type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The point group has no such element.</exception>
    public static Tensor TransformVector(this Tensor vector, FieldType type, int pointElement)
    {
        using FieldAction action = new(type, pointElement);
        return action.ApplyToVector(vector);
    }

    /// <summary>The hexagonal image without what its tensor holds outside the hexagon: those cells become zero. Differentiable.</summary>
    /// <remarks>
    /// Fields over hexagonal plane groups have this form; images that come from elsewhere are given it once, before the first layer.
    /// <b>Shapes:</b> <c>… x (2R + 1) x (2R + 1)</c> to the same.
    /// </remarks>
    /// <param name="image">The image, in axial coordinates.</param>
    /// <exception cref="ArgumentException">The last two axes are not a square of odd side.</exception>
    public static Tensor MaskToHexagon(this Tensor image)
    {
        using HexagonMask mask = new();
        return mask.Apply(image);
    }
}
