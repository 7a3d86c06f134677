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
        return FromProduct($"D{n}", 2L * n, (g, h) =>
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
            (long)first.Order * n,
            (a, b) => (first.Multiply(a / n, b / n) * n) + second.Multiply(a % n, b % n));
    }

    /// <summary>
    /// The product with flips, <c>G × C2</c>: element <c>g</c> for <c>g &lt; |G|</c> keeps its number, and element <c>|G| + g</c> is
    /// <c>g f</c> with a flip <c>f</c> that commutes with every element.
    /// </summary>
    /// <remarks>A flip that does not commute, as a reflection of the plane, is a <see cref="Dihedral"/> or semidirect product.</remarks>
    /// <param name="group">The group <c>G</c>.</param>
    public static FiniteGroup WithFlip(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return WithCentralInvolution($"{group} x C2", group);
    }

    /// <summary>
    /// The dicyclic group <c>Dic_n</c> of order <c>4n</c>: element <c>k</c> is <c>a^k</c> for <c>k &lt; 2n</c>, and element <c>2n + k</c>
    /// is <c>a^k b</c>, with <c>b² = a^n</c> and <c>b a b⁻¹ = a⁻¹</c>.
    /// </summary>
    /// <remarks>
    /// From <c>b a^k = a^(−k) b</c>: <c>(a^j b) * a^k = a^(j − k) b</c> and <c>(a^j b) * (a^k b) = a^(j − k + n)</c>. Source:
    /// [ConwaySmith2003], chapter 3 (binary dihedral groups).
    /// </remarks>
    /// <param name="n">A quarter of the order, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public static FiniteGroup Dicyclic(int n)
    {
        RequireRotations("Dic", n);
        return Dicyclic($"Dic{n}", n);
    }

    /// <summary>
    /// The quaternion group <c>Q8</c>, <c>{±1, ±i, ±j, ±k}</c>: its elements are 1, i, −1, −i, j, k, −j, −k in this order.
    /// </summary>
    /// <remarks>It is <see cref="Dicyclic(int)"/> of 2 with <c>a = i</c> and <c>b = j</c>.</remarks>
    public static FiniteGroup Quaternion => field ??= Dicyclic("Q8", 2);

    private static FiniteGroup Dicyclic(string name, int n) => FromProduct(name, 4L * n, (g, h) =>
    {
        (int a, int j) = Math.DivRem(g, 2 * n);
        (int b, int k) = Math.DivRem(h, 2 * n);
        int power = a == 0 ? j + k : j - k + (2 * n) + (n * b);
        return (power % (2 * n)) + (2 * n * (a ^ b));
    });

    /// <summary>The elements of a group, then each of them times an element of order 2 that commutes with all.</summary>
    private static FiniteGroup WithCentralInvolution(string name, FiniteGroup group)
    {
        int n = group.Order;
        return FromProduct(name, 2L * n, (g, h) => group.Multiply(g % n, h % n) + (n * ((g / n) ^ (h / n))));
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
