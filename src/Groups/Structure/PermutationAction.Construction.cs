namespace GCnn.Groups;

public sealed partial class PermutationAction
{
    /// <summary>The action that a function states.</summary>
    /// <remarks>
    /// Checked here: the identity fixes every point, and <c>(g * s)·i = g·(s·i)</c> for every generator <c>s</c>; since every element is a
    /// product of generators, the law follows for all.
    /// </remarks>
    /// <param name="group">The group that acts.</param>
    /// <param name="degree">The number of points; there may be none.</param>
    /// <param name="act">The function from an element <c>g</c> and a point <c>i</c> to <c>g·i</c>.</param>
    /// <exception cref="ArgumentException">It is not an action; the message names the first offending element and point.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of points is negative.</exception>
    public static PermutationAction FromFunction(FiniteGroup group, int degree, Func<int, int, int> act)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        int[] images = new int[group.Order * degree];
        for (int g = 0; g < group.Order; g++)
        {
            for (int i = 0; i < degree; i++)
            {
                images[(g * degree) + i] = RequireImage(group, degree, g, i, act(g, i));
            }
        }

        RequireAction(group, degree, images);
        return new PermutationAction(group, degree, images);
    }

    /// <summary>The action with the given table, <c>table[g, i] = g·i</c>; checked as by <see cref="FromFunction"/>.</summary>
    /// <param name="group">The group that acts.</param>
    /// <param name="table">The images: a row for each element, a column for each point.</param>
    /// <exception cref="ArgumentException">There is not one row for each element, or it is not the table of an action.</exception>
    public static PermutationAction FromTable(FiniteGroup group, int[,] table)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(table);
        return table.GetLength(0) == group.Order
            ? FromFunction(group, table.GetLength(1), (g, i) => table[g, i])
            : throw new ArgumentException(
                $"{group}: the table of an action has a row for each of the {group.Order} elements; this one has {table.GetLength(0)}. " +
                "Were rows and columns exchanged?",
                nameof(table));
    }

    /// <summary>
    /// The action of a group on itself by multiplication from the left, <c>g·x = g * x</c> (Cayley): faithful and transitive.
    /// </summary>
    /// <param name="group">The group.</param>
    public static PermutationAction Regular(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return FromFunction(group, group.Order, group.Multiply);
    }

    /// <summary>The action of a group on itself by conjugation, <c>g·x = g * x * g⁻¹</c>: its orbits are the conjugacy classes.</summary>
    /// <param name="group">The group.</param>
    public static PermutationAction Conjugation(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return FromFunction(group, group.Order, group.Conjugate);
    }

    /// <summary>
    /// The action of a group on the left cosets of a subgroup, <c>g·aK = (g * a)K</c>; every transitive action is one of these.
    /// </summary>
    /// <param name="cosets">The cosets.</param>
    public static PermutationAction OnCosets(Cosets cosets)
    {
        ArgumentNullException.ThrowIfNull(cosets);
        return FromFunction(cosets.Subgroup.Parent, cosets.Count, cosets.Act);
    }

    private static int RequireImage(FiniteGroup group, int degree, int g, int i, int image) => (uint)image < (uint)degree
        ? image
        : throw new ArgumentException(
            $"{group}: element {g} takes point {i} to {image}; the points are 0 to {degree - 1}.", nameof(image));

    private static void RequireAction(FiniteGroup group, int degree, int[] images)
    {
        for (int i = 0; i < degree; i++)
        {
            if (images[i] != i)
            {
                throw new ArgumentException(
                    $"{group}: the identity, element 0, takes point {i} to {images[i]}; it must fix every point.", nameof(images));
            }
        }

        foreach (int s in group.Generators)
        {
            for (int place = 0; place < images.Length; place++)
            {
                (int g, int i) = Math.DivRem(place, degree);
                int step = images[(s * degree) + i];
                int product = group.Multiply(g, s);
                if (images[(product * degree) + i] != images[(g * degree) + step])
                {
                    throw new ArgumentException(
                        $"{group}: {g} * {s} = {product} takes point {i} to {images[(product * degree) + i]}, but {s} takes it to " +
                        $"{step} and then {g} to {images[(g * degree) + step]}; g * h acts as h first. Was an action from the right given?",
                        nameof(images));
                }
            }
        }
    }
}
