using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Pools regular and quotient fields over the cosets of a subgroup <c>K</c>: each becomes a field on <c>H/K</c>, whose channel <c>aK</c> is
/// the maximum or the mean of the channels that lie in <c>aK</c>.
/// </summary>
/// <remarks>
/// <para>
/// Channel <c>i</c> of a field on <c>H/L</c> is <c>a·0</c> for some <c>a</c>, determined up to <c>L</c>; where <c>L ≤ K</c> the coset
/// <c>aK</c> is determined, and <c>g</c> takes it to <c>gaK</c> as it takes <c>i</c> to <c>g·i</c>: so the layer commutes. <c>L</c> is
/// <c>{e}</c> for regular fields.
/// </para>
/// <para>
/// <c>K = H</c> gives scalar fields and is <see cref="GroupPooling"/>; <c>K = {e}</c> changes nothing. The gradient of a maximum that
/// several channels attain is shared among them equally. <b>Shapes:</b> <c>N x C x H x W -> N x (fields [H : K]) x H x W</c>.
/// Source: [CohenWelling2016], section 6.3.
/// </para>
/// </remarks>
public sealed partial class CosetPooling : EquivariantModule, IGeometric
{
    private readonly DeviceIndex _byCosets;

    /// <summary>Builds the layer.</summary>
    /// <param name="inputType">The type of its input; the output has one field on <c>H/K</c> for each of its fields.</param>
    /// <param name="subgroup">The subgroup <c>K</c> of the point group.</param>
    /// <param name="kind">Maximum or mean.</param>
    /// <exception cref="ArgumentException">
    /// The subgroup is of another group, a field does not permute its channels, or they do not map to the cosets.
    /// </exception>
    public CosetPooling(FieldType inputType, Subgroup subgroup, PoolingKind kind = PoolingKind.Max)
        : base(nameof(CosetPooling), RequirePermutation(nameof(CosetPooling), inputType), OnCosets(inputType, subgroup))
    {
        (Subgroup, Kind) = (subgroup, kind);
        _byCosets = new DeviceIndex([.. inputType.Blocks.SelectMany(ByCosets)]);
    }

    /// <summary>The subgroup <c>K</c>.</summary>
    public Subgroup Subgroup { get; }

    /// <summary>Maximum or mean.</summary>
    public PoolingKind Kind { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry
    {
        Preserves = Kind == PoolingKind.Max ? Preserved.Maxima : Preserved.Means,
    };

    /// <summary>Pools each field.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor sorted = input.index_select(1, _byCosets.On(input.device));
        return BlockByBlock(block => Pool(sorted, block)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _byCosets.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor Pool(Tensor sorted, FieldBlock block)
    {
        int cosets = block.Fields * Subgroup.Index;
        Tensor members = sorted
            .narrow(1, block.Offset, block.Channels)
            .reshape(sorted.size(0), cosets, block.Channels / cosets, sorted.size(2), sorted.size(3));
        return Kind == PoolingKind.Max ? members.amax(2) : members.mean([2]);
    }

    /// <summary>The channels of a block, in each field those of coset 0 first, then those of coset 1, and so on.</summary>
    private IEnumerable<long> ByCosets(FieldBlock block)
    {
        int[] cosetOf = CosetOfChannel(block.Representation, Subgroup);
        int[] order = [.. Enumerable.Range(0, cosetOf.Length).OrderBy(channel => cosetOf[channel])];
        return
            from field in Enumerable.Range(0, block.Fields)
            from channel in order
            select (long)block.Offset + (field * order.Length) + channel;
    }

    private static FieldType OnCosets(FieldType type, Subgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        if (!subgroup.Parent.Equals(type.Group.PointGroup))
        {
            throw new ArgumentException(
                $"{nameof(CosetPooling)}: {subgroup} is a subgroup of {subgroup.Parent}; the fields '{type}' need one of the point group " +
                $"{type.Group.PointGroup}. Build it from PlaneGroup.PointGroup.",
                nameof(subgroup));
        }

        foreach (FieldBlock block in type.Blocks)
        {
            CosetOfChannel(block.Representation, subgroup);
        }

        Representation pooled = subgroup switch
        {
            { Index: 1 } => new TrivialRepresentation(subgroup.Parent),
            { Order: 1 } => new RegularRepresentation(subgroup.Parent),
            _ => new QuotientRepresentation(subgroup),
        };
        return FieldType.Copies(type.Group, pooled, type.Fields.Count);
    }

    /// <summary>For each channel <c>a·0</c> the number of the coset <c>aK</c>.</summary>
    private static int[] CosetOfChannel(Representation field, Subgroup subgroup)
    {
        if (field is not PermutationRepresentation permutation)
        {
            throw Refusal(field, subgroup, "its channels are not cosets");
        }

        Cosets cosets = new(subgroup);
        int[] cosetOf = new int[field.Dimension];
        Array.Fill(cosetOf, -1);
        for (int a = 0; a < field.Group.Order; a++)
        {
            ref int coset = ref cosetOf[permutation.Act(a, 0)];
            if (coset >= 0 && coset != cosets.CosetOf(a))
            {
                throw Refusal(field, subgroup, "some of its channels belong to several cosets");
            }

            coset = cosets.CosetOf(a);
        }

        return Array.IndexOf(cosetOf, -1) < 0
            ? cosetOf
            : throw Refusal(field, subgroup, "its channels are several orbits");
    }

    private static ArgumentException Refusal(Representation field, Subgroup subgroup, string why) => new(
        $"{nameof(CosetPooling)}: '{field}' cannot be pooled over the cosets of {subgroup}, since {why}. It needs regular fields, or " +
        "quotient fields H/L with L inside the subgroup.",
        nameof(subgroup));
}
