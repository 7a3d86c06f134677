namespace GCnn.Groups;

/// <summary>
/// The isomorphisms between two groups, by backtracking: generator after generator, an image with the same invariants is tried and kept
/// as long as the subgroup that is generated so far maps injectively.
/// </summary>
internal sealed class IsomorphismSearch
{
    private readonly FiniteGroup _source;
    private readonly FiniteGroup _target;
    private readonly int[] _generators;
    private readonly int[][] _candidates;

    private IsomorphismSearch(FiniteGroup source, FiniteGroup target)
    {
        (_source, _target) = (source, target);
        ILookup<Invariants, int> bySource = ByInvariants(source);
        ILookup<Invariants, int> byTarget = ByInvariants(target);
        bool agree = source.Order == target.Order && bySource.All(same => byTarget[same.Key].Count() == same.Count());
        _generators = agree ? FewGenerators(source, bySource) : [];
        _candidates = [.. _generators.Select(s => byTarget[InvariantsOf(source, s)].ToArray())];
        Agree = agree;
    }

    /// <summary>Whether both groups have equally many elements of each kind, without which there is no isomorphism.</summary>
    private bool Agree { get; }

    /// <summary>All isomorphisms, as lists of images.</summary>
    public static IEnumerable<int[]> All(FiniteGroup source, FiniteGroup target)
    {
        IsomorphismSearch search = new(source, target);
        return search.Agree ? search.Extend([]) : [];
    }

    /// <summary>
    /// At least one isomorphism of each class under conjugation in the target: those that take the first generator to the first element
    /// of a conjugacy class.
    /// </summary>
    public static IEnumerable<int[]> UpToConjugacy(FiniteGroup source, FiniteGroup target)
    {
        IsomorphismSearch search = new(source, target);
        if (search._candidates.Length > 0)
        {
            ConjugacyClasses classes = target.ConjugacyClasses;
            search._candidates[0] = Array.FindAll(search._candidates[0], h => classes.Representative(classes.ClassOf(h)) == h);
        }

        return search.Agree ? search.Extend([]) : [];
    }

    private static ILookup<Invariants, int> ByInvariants(FiniteGroup group) =>
        Enumerable.Range(0, group.Order).ToLookup(g => InvariantsOf(group, g));

    private static Invariants InvariantsOf(FiniteGroup group, int g)
    {
        ConjugacyClasses classes = group.ConjugacyClasses;
        int number = classes.ClassOf(g);
        int square = classes.PowerOf(number, 2);
        return new Invariants(
            classes.ElementOrder(number), classes.Size(number), classes.Size(square), classes.InverseOf(number) == number);
    }

    /// <summary>Generators, each the one that generates most with those before it, and of those one with the fewest candidates.</summary>
    private static int[] FewGenerators(FiniteGroup group, ILookup<Invariants, int> byInvariants)
    {
        int[] generators = [];
        for (ElementSet reached = group.Closure([]); reached.Count < group.Order; reached = group.Closure(generators))
        {
            ElementSet before = reached;
            int best = Enumerable.Range(0, group.Order)
                .Where(g => !before.Contains(g))
                .MaxBy(g => (group.Closure([.. generators, g]).Count, -byInvariants[InvariantsOf(group, g)].Count()));
            generators = [.. generators, best];
        }

        return generators;
    }

    private IEnumerable<int[]> Extend(int[] images)
    {
        HomomorphismExtension extension = new(_source, _target, _generators.AsSpan(0, images.Length), images);
        if (!extension.IsInjective)
        {
            return [];
        }

        return images.Length == _generators.Length
            ? [extension.Images]
            : _candidates[images.Length].SelectMany(h => Extend([.. images, h]));
    }

    /// <summary>What an isomorphism keeps of an element.</summary>
    private readonly record struct Invariants(int Order, int ClassSize, int ClassSizeOfSquare, bool IsReal);
}
