namespace GCnn.Groups;

/// <summary>
/// The images of all products of generators, from the images of the generators: <c>f(g * s) = f(g) * f(s)</c>, until two products that are
/// one element disagree.
/// </summary>
internal sealed class HomomorphismExtension
{
    /// <summary>Walks the products breadth first.</summary>
    public HomomorphismExtension(FiniteGroup source, FiniteGroup target, ReadOnlySpan<int> generators, ReadOnlySpan<int> images)
    {
        Images = new int[source.Order];
        Array.Fill(Images, -1);
        Images[0] = 0;
        List<int> reached = [0];
        for (int next = 0; next < reached.Count && Conflict is null; next++)
        {
            int g = reached[next];
            for (int s = 0; s < generators.Length && Conflict is null; s++)
            {
                int product = source.Multiply(g, generators[s]);
                int image = target.Multiply(Images[g], images[s]);
                if (Images[product] < 0)
                {
                    Images[product] = image;
                    reached.Add(product);
                }
                else if (Images[product] != image)
                {
                    Conflict = (product, Images[product], image);
                }
            }
        }

        IsInjective = Conflict is null && new ElementSet(target.Order, reached.Select(g => Images[g])).Count == reached.Count;
    }

    /// <summary>The image of each element, −1 where generators do not reach.</summary>
    public int[] Images { get; }

    /// <summary>An element with the two images that its products demand; null when there is a homomorphism.</summary>
    public (int Element, int First, int Second)? Conflict { get; }

    /// <summary>Whether there is a homomorphism from the subgroup that the generators generate, and it is injective.</summary>
    public bool IsInjective { get; }
}
