namespace GCnn.Groups;

public sealed partial class FiniteGroup
{
    /// <summary>The cyclic group <c>C_n</c> of rotations: element <c>k</c> is <c>r^k</c>, so <c>r^j * r^k = r^(j + k mod n)</c>.</summary>
    /// <param name="n">The number of rotations, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public static FiniteGroup Cyclic(int n)
    {
        RequireRotations("C", n);
        return FromProduct($"C{n}", n, (j, k) => (j + k) % n);
    }

    /// <summary>
    /// The dihedral group <c>D_n</c> of <c>n</c> rotations and <c>n</c> reflections, order <c>2n</c>: element <c>k</c> is <c>r^k</c> for
    /// <c>k &lt; n</c>, and element <c>n + k</c> is <c>r^k s</c>, with <c>s r s = r⁻¹</c>.
    /// </summary>
    /// <remarks>
    /// From <c>s r^k = r^(−k) s</c>: <c>(r^j s^a) * (r^k s^b) = r^(j + k) s^b</c> for <c>a = 0</c>, and <c>r^(j − k) s^(1 + b)</c> for
    /// <c>a = 1</c>. The index of <c>D_n</c> counts rotations: <c>D4</c> has 8 elements (CONVENTIONS.md). Source: [Serre1977], section 5.3.
    /// </remarks>
    /// <param name="n">The number of rotations, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public static FiniteGroup Dihedral(int n)
    {
        RequireRotations("D", n);
        return FromProduct($"D{n}", 2 * n, (g, h) =>
        {
            (int a, int j) = Math.DivRem(g, n);
            (int b, int k) = Math.DivRem(h, n);
            int rotation = a == 0 ? j + k : j - k + n;
            return (rotation % n) + (n * (a ^ b));
        });
    }

    /// <summary>
    /// The direct product <c>G × H</c> with <c>(g, h) * (g', h') = (g * g', h * h')</c>; the pair <c>(g, h)</c> is element
    /// <c>g |H| + h</c>.
    /// </summary>
    /// <remarks>Source: [Serre1977], section 3.2.</remarks>
    /// <param name="first">The factor <c>G</c>.</param>
    /// <param name="second">The factor <c>H</c>.</param>
    public static FiniteGroup DirectProduct(FiniteGroup first, FiniteGroup second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        int n = second.Order;
        return FromProduct(
            $"{first} x {second}",
            first.Order * n,
            (a, b) => (first.Multiply(a / n, b / n) * n) + second.Multiply(a % n, b % n));
    }

    private static void RequireRotations(string family, int n)
    {
        if (n < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(n), $"{family}_n needs at least 1 rotation (the identity); it was asked for n = {n}.");
        }
    }
}
