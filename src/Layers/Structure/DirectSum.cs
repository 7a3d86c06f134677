using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The direct sum of modules, <c>(f_1 ⊕ … ⊕ f_n)(x_1, …, x_n) = (f_1(x_1), …, f_n(x_n))</c>: each works on its own fields.
/// </summary>
/// <remarks>
/// Its types are the sums of theirs. So each kind of field gets the layer that suits it, such as a rectifier for regular fields beside a
/// norm nonlinearity for irreps.
/// <b>Shapes:</b> <c>N x ΣC_i x H x W -> N x ΣC'_i x H' x W'</c>.
/// </remarks>
public sealed partial class DirectSum : EquivariantModule, IGeometric
{
    private readonly EquivariantModule[] _summands;

    /// <summary>Joins modules in the order of their fields.</summary>
    /// <param name="summands">At least one; all go from one plane group to one, and at equal sizes to equal sizes.</param>
    /// <exception cref="ArgumentException">There are none, one is null, or their groups differ.</exception>
    public DirectSum(params EquivariantModule[] summands)
        : base(
            nameof(DirectSum),
            (Branches.Sum(Branches.Checked(nameof(DirectSum), summands, nameof(summands)).Select(summand => summand.InputType)),
            Branches.Sum(summands.Select(summand => summand.OutputType))))
    {
        _summands = [.. summands];
        for (int i = 0; i < summands.Length; i++)
        {
            register_module(i.ToString(), summands[i]);
        }
    }

    /// <summary>The modules in the order of their fields.</summary>
    public IReadOnlyList<EquivariantModule> Summands => _summands;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new BranchGeometry([.. _summands.Select(summand => new[] { summand })]);

    /// <summary>Applies each module to its fields.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">It is not of the input type, or the modules give different sizes.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        List<Tensor> parts = [];
        int offset = 0;
        foreach (EquivariantModule summand in _summands)
        {
            parts.Add(summand.call(input.narrow(1, offset, summand.InputType.Channels)));
            offset += summand.InputType.Channels;
        }

        return Branches.Join(nameof(DirectSum), [.. parts]).MoveToOuterDisposeScope();
    }
}
