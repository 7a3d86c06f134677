namespace GCnn.Groups;

public sealed partial class FiniteGroup
{
    /// <summary>The conjugacy classes, found once.</summary>
    public ConjugacyClasses ConjugacyClasses => field ??= new ConjugacyClasses(this);

    /// <summary>The conjugate <c>g * x * g⁻¹</c> of <c>x</c>.</summary>
    /// <param name="g">The element that conjugates.</param>
    /// <param name="x">The element that is conjugated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Conjugate(int g, int x) => Multiply(Multiply(g, x), Inverse(g));

    /// <summary>The power <c>gⁿ</c>; negative powers are those of the inverse.</summary>
    /// <param name="g">An element.</param>
    /// <param name="n">The exponent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Power(int g, int n)
    {
        int order = OrderOf(g);
        int power = 0;
        for (int k = ((n % order) + order) % order; k > 0; k--)
        {
            power = Multiply(power, g);
        }

        return power;
    }
}
