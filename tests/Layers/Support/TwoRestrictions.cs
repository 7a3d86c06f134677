using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>The restrictions of a net that begins with p4m, goes on with p4 and ends with p2, each with its fields taken apart.</summary>
internal sealed record TwoRestrictions(Restriction ToP4, Disentangle Apart, Restriction ToP2, Disentangle ApartAgain)
{
    /// <summary>A regular field of p4m, which comes before.</summary>
    public static FieldType OfP4m { get; } = FieldType.Regular(PlaneGroup.P4m, 1);

    /// <summary>Two logits, which come last.</summary>
    public static FieldType Logits { get; } = FieldType.Trivial(PlaneGroup.P2, 2);

    /// <summary>The fields between the two.</summary>
    public FieldType OfP4 => Apart.OutputType;

    /// <summary>The fields after them.</summary>
    public FieldType OfP2 => ApartAgain.OutputType;

    public static TwoRestrictions New()
    {
        Restriction toP4 = new(OfP4m, PlaneGroup.P4);
        Disentangle apart = new(toP4.OutputType);
        Restriction toP2 = new(apart.OutputType, PlaneGroup.P2);
        return new(toP4, apart, toP2, new Disentangle(toP2.OutputType));
    }
}
