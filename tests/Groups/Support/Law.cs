namespace GCnn.Groups.Tests;

/// <summary>
/// A law is a function that returns the first violation as a sentence, or null. So one assertion serves a true object and its
/// deliberately broken twin.
/// </summary>
internal static class Law
{
    public static void Holds(string? violation) => Assert.True(violation is null, violation);

    public static void IsBrokenBy(string? violation) => Assert.False(violation is null, "The broken twin was not rejected.");

    /// <summary>Associativity over all triples, identity 0, and inverses.</summary>
    public static string? OfGroups(int order, Func<int, int, int> multiply, Func<int, int> inverse)
    {
        int[] all = [.. Enumerable.Range(0, order)];
        foreach (int g in all)
        {
            if (multiply(0, g) != g || multiply(g, 0) != g || multiply(g, inverse(g)) != 0 || multiply(inverse(g), g) != 0)
            {
                return $"identity or inverse fails at {g}";
            }
        }

        return (from a in all from b in all from c in all
                where multiply(multiply(a, b), c) != multiply(a, multiply(b, c))
                select $"({a} * {b}) * {c} differs from {a} * ({b} * {c})").FirstOrDefault();
    }

    /// <summary>Identity acts as nothing, and <c>g·(h·i) = (g * h)·i</c>.</summary>
    public static string? OfActions(FiniteGroup group, int points, Func<int, int, int> act)
    {
        for (int i = 0; i < points; i++)
        {
            for (int g = 0; g < group.Order; g++)
            {
                for (int h = 0; h < group.Order; h++)
                {
                    if (act(0, i) != i || act(g, act(h, i)) != act(group.Multiply(g, h), i))
                    {
                        return $"{group}: {g} after {h} on {i} is not {group.Multiply(g, h)} on {i}";
                    }
                }
            }
        }

        return null;
    }

    /// <summary><c>f(g * h) = f(g) f(h)</c> for a product of the caller's.</summary>
    public static string? OfHomomorphisms<T>(FiniteGroup domain, Func<int, T> image, Func<T, T, T> multiply) =>
        (from g in Enumerable.Range(0, domain.Order)
         from h in Enumerable.Range(0, domain.Order)
         where !multiply(image(g), image(h))!.Equals(image(domain.Multiply(g, h)))
         select $"{domain}: the image of {g} * {h} is not the product of the images").FirstOrDefault();
}
