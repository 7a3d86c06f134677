namespace GCnn.Groups;

public sealed partial class FiniteGroup
{
    /// <summary>
    /// The semidirect product <c>N ⋊ H</c> with <c>(n, h) * (n', h') = (n * (h·n'), h * h')</c>, for an action of <c>H</c> on <c>N</c> by
    /// automorphisms; the pair <c>(n, h)</c> is element <c>h |N| + n</c>.
    /// </summary>
    /// <remarks>
    /// So the elements of <c>N</c> come first and keep their numbers: <c>C_n ⋊ C_2</c> by inversion has the very table of <c>D_n</c>.
    /// With the trivial action it is the table of <c>DirectProduct(H, N)</c>. Source: [Serre1977], section 8.2.
    /// </remarks>
    /// <param name="normal">The group <c>N</c>.</param>
    /// <param name="action">The action of <c>H</c> on the elements of <c>N</c>: each <c>n → h·n</c> is an automorphism of <c>N</c>.</param>
    /// <exception cref="ArgumentException">
    /// The action is not on as many points as <c>N</c> has elements, or not by automorphisms.
    /// </exception>
    public static FiniteGroup SemidirectProduct(FiniteGroup normal, PermutationAction action)
    {
        ArgumentNullException.ThrowIfNull(normal);
        ArgumentNullException.ThrowIfNull(action);
        RequireAutomorphisms(normal, action);
        int n = normal.Order;
        return FromProduct(
            $"{normal} : {action.Group}",
            (long)n * action.Group.Order,
            (a, b) => (n * action.Group.Multiply(a / n, b / n)) + normal.Multiply(a % n, action.Act(a / n, b % n)));
    }

    /// <summary>
    /// The semidirect product as by <see cref="SemidirectProduct(FiniteGroup, PermutationAction)"/>, for an action that a function
    /// states.
    /// </summary>
    /// <param name="normal">The group <c>N</c>.</param>
    /// <param name="complement">The group <c>H</c>.</param>
    /// <param name="action">The function from <c>h</c> and <c>n</c> to <c>h·n</c>.</param>
    /// <exception cref="ArgumentException">The function is not an action, or not by automorphisms.</exception>
    public static FiniteGroup SemidirectProduct(FiniteGroup normal, FiniteGroup complement, Func<int, int, int> action)
    {
        ArgumentNullException.ThrowIfNull(normal);
        return SemidirectProduct(normal, PermutationAction.FromFunction(complement, normal.Order, action));
    }

    private static void RequireAutomorphisms(FiniteGroup normal, PermutationAction action)
    {
        if (action.Degree != normal.Order)
        {
            throw new ArgumentException(
                $"{action} is not an action on the {normal.Order} elements of {normal}.", nameof(action));
        }

        foreach (int h in action.Group.Generators)
        {
            foreach (int s in normal.Generators)
            {
                for (int n = 0; n < normal.Order; n++)
                {
                    int image = action.Act(h, normal.Multiply(n, s));
                    int product = normal.Multiply(action.Act(h, n), action.Act(h, s));
                    if (image != product)
                    {
                        throw new ArgumentException(
                            $"{action.Group} does not act on {normal} by automorphisms: element {h} takes {n} * {s} to {image}, but " +
                            $"the product of the images is {product}.",
                            nameof(action));
                    }
                }
            }
        }
    }
}
