namespace GCnn.Groups;

/// <summary>An element of a finite group, so that products read as on paper: <c>s * r * s == r.Inverse</c>.</summary>
/// <param name="Group">The group.</param>
/// <param name="Index">The element's number in the group; 0 is the identity.</param>
public readonly record struct GroupElement(FiniteGroup Group, int Index)
{
    /// <summary>The inverse, <c>g⁻¹</c>.</summary>
    public GroupElement Inverse => new(Group, Group.Inverse(Index));

    /// <summary>The least <c>n ≥ 1</c> with <c>gⁿ = e</c>.</summary>
    public int Order => Group.OrderOf(Index);

    /// <summary>The product <c>g * h</c>: first <c>h</c>, then <c>g</c>.</summary>
    /// <param name="g">The element applied second.</param>
    /// <param name="h">The element applied first.</param>
    /// <exception cref="ArgumentException">The elements belong to different groups.</exception>
    public static GroupElement operator *(GroupElement g, GroupElement h) => g.Group.Equals(h.Group)
        ? new(g.Group, g.Group.Multiply(g.Index, h.Index))
        : throw new ArgumentException(
            $"{g} * {h}: the elements belong to different groups, {g.Group} of order {g.Group.Order} and {h.Group} of order " +
            $"{h.Group.Order}. Map one into the other's group first.",
            nameof(h));

    /// <summary>The power <c>gⁿ</c>; negative powers are those of the inverse.</summary>
    /// <param name="n">The exponent.</param>
    public GroupElement Power(int n) => new(Group, Group.Power(Index, n));

    /// <summary>The group's name with the element's number, such as <c>D4[3]</c>.</summary>
    public override string ToString() => $"{Group}[{Index}]";
}
