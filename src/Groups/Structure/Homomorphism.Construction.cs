namespace GCnn.Groups;

public sealed partial class Homomorphism
{
    /// <summary>
    /// The homomorphism with the given images of all elements; <c>f(g * s) = f(g) * f(s)</c> is checked for every generator.
    /// </summary>
    /// <remarks>Every element is a product of generators, so that is enough.</remarks>
    /// <param name="source">The group <c>G</c>.</param>
    /// <param name="target">The group <c>H</c>.</param>
    /// <param name="images">The image of each element of <c>G</c>, in index order.</param>
    /// <exception cref="ArgumentException">There are more or fewer images than elements, or products are not kept.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An image is not an element of <c>H</c>.</exception>
    public static Homomorphism FromImages(FiniteGroup source, FiniteGroup target, params int[] images)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(images);
        if (images.Length != source.Order)
        {
            throw new ArgumentException(
                $"{source} -> {target}: {images.Length} images for {source.Order} elements; each element has one. " +
                $"Images of the generators alone are for {nameof(FromGeneratorImages)}.",
                nameof(images));
        }

        RequireProducts(source, target, Array.ConvertAll(images, target.Require));
        return new Homomorphism(source, target, [.. images]);
    }

    /// <summary>The homomorphism that a function states; checked as by <see cref="FromImages"/>.</summary>
    /// <param name="source">The group <c>G</c>.</param>
    /// <param name="target">The group <c>H</c>.</param>
    /// <param name="images">The function from an element of <c>G</c> to its image.</param>
    /// <exception cref="ArgumentException">Products are not kept.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An image is not an element of <c>H</c>.</exception>
    public static Homomorphism FromFunction(FiniteGroup source, FiniteGroup target, Func<int, int> images)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(images);
        return FromImages(source, target, [.. Enumerable.Range(0, source.Order).Select(images)]);
    }

    /// <summary>
    /// The only homomorphism that takes the generators of <c>G</c> to the given images, if these satisfy the generators' relations.
    /// </summary>
    /// <param name="source">The group <c>G</c>.</param>
    /// <param name="target">The group <c>H</c>.</param>
    /// <param name="images">The images of <see cref="FiniteGroup.Generators"/>, in that order.</param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer images than generators, or two products of generators are one element but their images are not.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An image is not an element of <c>H</c>.</exception>
    public static Homomorphism FromGeneratorImages(FiniteGroup source, FiniteGroup target, params int[] images)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(images);
        int[] generators = [.. source.Generators];
        if (images.Length != generators.Length)
        {
            throw new ArgumentException(
                $"{source} -> {target}: {images.Length} images for the {generators.Length} generators {string.Join(", ", generators)}; " +
                "each generator has one.",
                nameof(images));
        }

        HomomorphismExtension extension = new(source, target, generators, Array.ConvertAll(images, target.Require));
        return extension.Conflict is (int element, int first, int second)
            ? throw new ArgumentException(
                $"{source} -> {target}: the generators {string.Join(", ", generators)} cannot go to {string.Join(", ", images)}: element " +
                $"{element} is two products of generators, whose images are {first} and {second}. The images break a relation of {source}.",
                nameof(images))
            : new Homomorphism(source, target, extension.Images);
    }

    /// <summary>The identity map of a group.</summary>
    /// <param name="group">The group.</param>
    public static Homomorphism Identity(FiniteGroup group) => FromFunction(group, group, g => g);

    /// <summary>The trivial homomorphism, which takes every element to <c>e</c>.</summary>
    /// <param name="source">The group <c>G</c>.</param>
    /// <param name="target">The group <c>H</c>.</param>
    public static Homomorphism Trivial(FiniteGroup source, FiniteGroup target) => FromFunction(source, target, _ => 0);

    /// <summary>The inner automorphism <c>x → g * x * g⁻¹</c>.</summary>
    /// <param name="group">The group.</param>
    /// <param name="g">The element that conjugates.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public static Homomorphism Conjugation(FiniteGroup group, int g) => FromFunction(group, group, x => group.Conjugate(g, x));

    /// <summary>The inclusion <c>K → G</c> of a subgroup, from the group that <see cref="Subgroup.AsGroup"/> makes of it.</summary>
    /// <param name="subgroup">The subgroup <c>K</c>.</param>
    public static Homomorphism Inclusion(Subgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        return FromFunction(subgroup.AsGroup(), subgroup.Parent, i => subgroup.Members[i]);
    }

    private static void RequireProducts(FiniteGroup source, FiniteGroup target, int[] images)
    {
        foreach (int s in (int[])[0, .. source.Generators])
        {
            for (int g = 0; g < source.Order; g++)
            {
                int product = source.Multiply(g, s);
                int expected = target.Multiply(images[g], images[s]);
                if (images[product] != expected)
                {
                    throw new ArgumentException(
                        $"{source} -> {target}: {g} * {s} = {product} goes to {images[product]}, but the images of {g} and {s} have " +
                        $"the product {images[g]} * {images[s]} = {expected}. A homomorphism keeps products.",
                        nameof(images));
                }
            }
        }
    }
}
