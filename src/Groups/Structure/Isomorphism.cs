namespace GCnn.Groups;

/// <summary>Whether two groups are the same up to the numbers of their elements.</summary>
/// <remarks>By search over the images of few generators. Source: [Holt2005], section 2.1.</remarks>
public static class Isomorphism
{
    /// <summary>An isomorphism <c>G → H</c>, or null when the groups are not isomorphic. Meant for orders up to some hundreds.</summary>
    /// <param name="source">The group <c>G</c>.</param>
    /// <param name="target">The group <c>H</c>.</param>
    public static Homomorphism? Find(FiniteGroup source, FiniteGroup target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        int[]? images = source.Equals(target)
            ? [.. Enumerable.Range(0, source.Order)]
            : IsomorphismSearch.UpToConjugacy(source, target).FirstOrDefault();
        return images is null ? null : Homomorphism.FromImages(source, target, images);
    }
}
