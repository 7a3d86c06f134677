using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;

namespace GCnn.Augment.Tests;

/// <summary>All augmentations of the assembly, and random ones of each kind, by reflection: new ones are met without a word.</summary>
internal static class Augmentations
{
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(Augmentation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Augmentation)) && !type.IsAbstract)];

    /// <summary>Pipelines of up to five steps, combinators up to three deep.</summary>
    public static Arbitrary<Pipeline> Pipelines() => Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        Random random = new(seed);
        return new Pipeline([.. Enumerable.Range(0, random.Next(6)).Select(_ => Step(random, 2))]);
    }).ToArbitrary();

    /// <summary>A random augmentation of a type; what its record refuses is drawn again.</summary>
    public static Augmentation Of(Type type, Random random, int depth = 1)
    {
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            try
            {
                return Make(type, random, depth);
            }
            catch (TargetInvocationException e) when (e.InnerException is ArgumentException)
            {
            }
        }

        throw new InvalidOperationException($"A thousand random {type.Name} were refused; teach {nameof(Augmentations)} its values.");
    }

    private static Augmentation Make(Type type, Random random, int depth)
    {
        ConstructorInfo constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = (Augmentation)constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, random, depth))]);
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && random.Next(3) > 0))
        {
            property.SetValue(made, Value(property.PropertyType, random, depth));
        }

        return made;
    }

    private static Augmentation Step(Random random, int depth)
    {
        Type[] types = [.. Types.Where(type => depth > 0 || !type.IsSubclassOf(typeof(Combinator)))];
        return Of(types[random.Next(types.Length)], random, depth);
    }

    private static object? Value(Type type, Random random, int depth) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is Type inner => random.Next(2) == 0 ? null : Value(inner, random, depth),
        _ when type == typeof(double) => Number(random),
        _ when type == typeof(int) => random.Next(0, 6),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(Interval) => Range(random),
        _ when type == typeof(ImageSize) => new ImageSize(random.Next(1, 40), random.Next(1, 40)),
        _ when type == typeof((int, int)) => (random.Next(1, 40), random.Next(1, 40)),
        _ when type == typeof(PlaneGroup) => Group(random),
        _ when type == typeof(Augmentation) => Step(random, depth - 1),
        _ when type == typeof(ColourComponents) => Steps.Colours,
        _ when type == typeof(ValueList<double>) => List(random, () => Math.Abs(Number(random))),
        _ when type == typeof(ValueList<Augmentation>) => List(random, () => Step(random, depth - 1)),
        { IsEnum: true } => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
        _ => throw new NotSupportedException($"Teach {nameof(Augmentations)} values of {type}."),
    };

    private static ValueList<T> List<T>(Random random, Func<T> item) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => item())];

    private static double Number(Random random) => random.Next(4) switch
    {
        0 => random.Next(-3, 4),
        1 => random.NextDouble(),
        2 => random.NextDouble() * Math.Pow(10, random.Next(-20, 20)),
        _ => 1.0 / random.Next(1, 10),
    };

    private static Interval Range(Random random)
    {
        double a = Number(random), b = random.Next(3) == 0 ? a : Number(random);
        return new Interval(Math.Min(a, b), Math.Max(a, b));
    }

    private static PlaneGroup Group(Random random) => random.Next(4) switch
    {
        0 => PlaneGroup.Cyclic(random.Next(1, 17)),
        1 => PlaneGroup.Dihedral(random.Next(1, 17), new HexagonalLattice()),
        _ => PlaneGroup.All[random.Next(13)],
    };
}
