using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Generators, with shrinkers, of what equivariance is tested over. Use: <c>Prop.ForAll(Arbitraries.Nets(), ...)</c>.</summary>
public static class Arbitraries
{
    /// <summary>The 13 plane groups. Shrinks to groups of lower order, those of the same lattice first.</summary>
    public static Arbitrary<PlaneGroup> PlaneGroups() => Arb.From(
        Gen.Elements<PlaneGroup>(PlaneGroup.All),
        group => PlaneGroup.All.Where(smaller => smaller.Order < group.Order).OrderBy(smaller => !smaller.Lattice.Equals(group.Lattice)));

    /// <summary>
    /// Elements of a plane group with translations of at most the given length on each axis. Shrinks towards the identity.
    /// </summary>
    /// <param name="plane">The plane group.</param>
    /// <param name="longest">The longest translation on each axis, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="longest"/> is negative.</exception>
    public static Arbitrary<PlaneGroupElement> Elements(PlaneGroup plane, int longest = 8)
    {
        ArgumentNullException.ThrowIfNull(plane);
        Gen<PlaneGroupElement> elements =
            from t in Translations(longest).Generator
            from h in Gen.Choose(0, plane.Order - 1)
            select plane.Element(t, h);
        return Arb.From(elements, g => ShrinkPoint(g.Translation).Select(t => plane.Element(t, g.Point))
            .Concat(Enumerable.Range(0, g.Point).Select(h => plane.Element(g.Translation, h))));
    }

    /// <summary>Translations of at most the given length on each axis. Shrinks towards the origin.</summary>
    /// <param name="longest">The longest translation on each axis, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="longest"/> is negative.</exception>
    public static Arbitrary<LatticePoint> Translations(int longest = 8)
    {
        if (longest < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(longest), $"The longest translation is at least 0; it was given as {longest}.");
        }

        Gen<int> along = Gen.Choose(-longest, longest);
        Gen<LatticePoint> points = from x in along from y in along select new LatticePoint(x, y);
        return Arb.From(points, ShrinkPoint);
    }

    /// <summary>Trivial, regular and all quotient representations of a group. Shrinks to smaller dimensions.</summary>
    /// <param name="group">The group.</param>
    public static Arbitrary<PermutationRepresentation> Representations(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        PermutationRepresentation[] all =
        [
            new TrivialRepresentation(group),
            new RegularRepresentation(group),
            .. Subgroup.AllOf(group).Select(k => new QuotientRepresentation(k)),
        ];
        return Arb.From(Gen.Elements(all), one => all.Where(other => other.Dimension < one.Dimension));
    }

    /// <summary>Field types of one to four fields that permute their channels. Shrinks by leaving fields out.</summary>
    /// <param name="plane">The plane group.</param>
    public static Arbitrary<FieldType> FieldTypes(PlaneGroup plane)
    {
        ArgumentNullException.ThrowIfNull(plane);
        return OfFields(plane, Representations(plane.PointGroup).Generator.Select(field => (Representation)field));
    }

    /// <summary>
    /// Field types of one to four fields of every kind: those of <see cref="FieldTypes"/> and irreps, which need not permute channels.
    /// Shrinks by leaving fields out.
    /// </summary>
    /// <param name="plane">The plane group.</param>
    public static Arbitrary<FieldType> FieldTypesOfEveryKind(PlaneGroup plane)
    {
        ArgumentNullException.ThrowIfNull(plane);
        Gen<Representation> one = Gen.OneOf(
            Representations(plane.PointGroup).Generator.Select(field => (Representation)field),
            Gen.Elements<Representation>(Irreps.Of(plane.PointGroup)));
        return OfFields(plane, one);
    }

    /// <summary>
    /// Images of real numbers, as a camera gives them: each channel from 0 to 1, smooth with some noise, without symmetry. Shrinks to fewer
    /// samples and smaller sides of the same parity.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>samples x channels x rows x columns</c>, float32.</remarks>
    /// <param name="channels">The channels, 3 for red, green and blue.</param>
    /// <param name="largest">The longest side, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no channels, or no pixels.</exception>
    public static Arbitrary<Tensor> Images(int channels = 3, int largest = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, 1);
        Gen<Tensor> images =
            from samples in Gen.Choose(1, 3)
            from rows in Gen.Choose(1, largest)
            from columns in Gen.Choose(1, largest)
            from seed in Gen.Choose(0, int.MaxValue)
            select SmoothImages.Draw(seed, samples, channels, rows, columns);
        return Arb.From(images, SmoothImages.Shrink);
    }

    /// <summary>Float64 fields of small integers, on which sums are exact. The value to keep for a replay is FsCheck's own seed.</summary>
    /// <remarks><b>Shapes:</b> <c>samples x type.Channels x rows x columns</c>; on hexagons zero outside.</remarks>
    /// <param name="type">The field type.</param>
    /// <param name="samples">The batch size.</param>
    /// <param name="rows">The height.</param>
    /// <param name="columns">The width; on hexagons equal to the height, and odd.</param>
    /// <exception cref="ArgumentException">A hexagon is not stored on a square of that height and width.</exception>
    public static Arbitrary<Tensor> IntegerFields(FieldType type, int samples, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(type);
        NetState image = new(type, rows, columns);
        return image.Fault is string fault
            ? throw new ArgumentException(fault, nameof(rows))
            : Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => IntegerTensors.Field(seed, image, samples)));
    }

    /// <summary>Small nets over all plane groups. Shrinks to fewer and simpler steps and smaller images.</summary>
    /// <param name="exact">Whether every net is to be exact on integers, <see cref="NetPlan.IsExactOnIntegers"/>.</param>
    public static Arbitrary<NetPlan> Nets(bool exact = true) =>
        Arb.From(PlaneGroups().Generator.SelectMany(group => NetGenerator.For(group, exact)), NetShrinker.Shrink);

    /// <summary>Small nets over one plane group. Shrinks to fewer and simpler steps and smaller images.</summary>
    /// <param name="plane">The plane group.</param>
    /// <param name="exact">Whether every net is to be exact on integers, <see cref="NetPlan.IsExactOnIntegers"/>.</param>
    public static Arbitrary<NetPlan> Nets(PlaneGroup plane, bool exact = true)
    {
        ArgumentNullException.ThrowIfNull(plane);
        return Arb.From(NetGenerator.For(plane, exact), NetShrinker.Shrink);
    }

    private static Arbitrary<FieldType> OfFields(PlaneGroup plane, Gen<Representation> one)
    {
        Gen<FieldType> types =
            from count in Gen.Choose(1, 4)
            from fields in Gen.ArrayOf(one, count)
            select FieldType.Of(plane, fields);
        return Arb.From(types, type => Enumerable.Range(0, type.Fields.Count > 1 ? type.Fields.Count : 0)
            .Select(left => FieldType.Of(plane, [.. type.Fields.Where((_, field) => field != left)])));
    }

    private static IEnumerable<LatticePoint> ShrinkPoint(LatticePoint t) =>
        new LatticePoint[] { LatticePoint.Origin, new(t.X / 2, t.Y / 2), new(t.X - Math.Sign(t.X), t.Y), new(t.X, t.Y - Math.Sign(t.Y)) }
            .Where(smaller => smaller != t).Distinct();
}
