using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Modules that read one input, their outputs side by side: <c>x → (f_1(x), …, f_n(x))</c>.</summary>
/// <remarks>
/// With <see cref="EquivariantIdentity"/> as one of them it is the dense connection <c>x → (x, f(x))</c> of [Huang2017]. Tensors that come
/// from elsewhere are joined by <see cref="FieldConcatenation"/>.
/// <b>Shapes:</b> <c>N x C x H x W -> N x ΣC_i x H' x W'</c>.
/// </remarks>
public sealed partial class Concatenation : EquivariantModule, IGeometric
{
    private readonly EquivariantModule[] _branches;

    /// <summary>Joins modules in the order of their outputs' fields.</summary>
    /// <param name="branches">At least one; all take one type, to one plane group, and give equal sizes.</param>
    /// <exception cref="ArgumentException">There are none, one is null, or their groups or input types differ.</exception>
    public Concatenation(params EquivariantModule[] branches)
        : base(nameof(Concatenation), (Input(branches), Branches.Sum(branches.Select(branch => branch.OutputType))))
    {
        _branches = [.. branches];
        for (int i = 0; i < branches.Length; i++)
        {
            register_module(i.ToString(), branches[i]);
        }
    }

    /// <summary>The modules in the order of their outputs' fields.</summary>
    public IReadOnlyList<EquivariantModule> Modules => _branches;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new BranchGeometry([.. _branches.Select(branch => new[] { branch })]);

    /// <summary>Applies every module to the input.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">It is not of the input type, or the modules give different sizes.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        return Branches.Join(nameof(Concatenation), Array.ConvertAll(_branches, branch => branch.call(input))).MoveToOuterDisposeScope();
    }

    private static FieldType Input(EquivariantModule[] branches)
    {
        FieldType input = Branches.Checked(nameof(Concatenation), branches, nameof(branches))[0].InputType;
        int odd = Array.FindIndex(branches, branch => !branch.InputType.Equals(input));
        return odd < 0
            ? input
            : throw new ArgumentException(
                $"Concatenation: module 0 ({branches[0].GetName()}) takes '{input}' and module {odd} ({branches[odd].GetName()}) " +
                $"'{branches[odd].InputType}'; all read the same input. For modules on fields of their own use DirectSum.",
                nameof(branches));
    }
}
