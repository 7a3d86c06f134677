using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Modules one after another, <c>f_n ∘ … ∘ f_1</c>, whose adjacent types are checked when the net is built.</summary>
/// <remarks>
/// Where one of them is a <see cref="Restriction"/> the plane groups shrink along the sequence. What commutes with a group commutes with
/// its subgroups, so the sequence commutes with the last and smallest, <c>OutputType.Group</c>; it takes tensors of the first type, whose
/// restriction to that group is <see cref="EquivariantModule.RestrictedInputType"/>.
/// </remarks>
public sealed partial class EquivariantSequential : EquivariantModule, IGeometric
{
    private readonly EquivariantModule[] _modules;

    /// <summary>Joins modules in the order in which they are applied.</summary>
    /// <param name="modules">At least one; each takes the type that the one before it gives.</param>
    /// <exception cref="ArgumentException">There are none, or two neighbours do not fit; the message names both types.</exception>
    public EquivariantSequential(params EquivariantModule[] modules)
        : base(nameof(EquivariantSequential), (Checked(modules)[0].InputType, modules[^1].OutputType))
    {
        for (int i = 1; i < modules.Length; i++)
        {
            RequireFit(modules, i);
        }

        _modules = [.. modules];
        for (int i = 0; i < modules.Length; i++)
        {
            register_module(i.ToString(), modules[i]);
        }
    }

    /// <summary>The modules in the order in which they are applied.</summary>
    public IReadOnlyList<EquivariantModule> Modules => _modules;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new SequenceGeometry(_modules);

    /// <summary>Applies the modules in turn; what lies between two of them is given back at once.</summary>
    /// <remarks>
    /// A <see cref="FieldBatchNorm"/> and the rectifier behind it are computed together where that is possible and no hook listens to either.
    /// </remarks>
    /// <param name="input">A tensor of the first module's input type.</param>
    public override Tensor forward(Tensor input) => Apply(input, _modules.Length);

    /// <summary>Applies the first modules in turn; with none it is the input itself.</summary>
    internal Tensor Apply(Tensor input, int count)
    {
        Tensor x = input;
        for (int i = 0; i < count; i++)
        {
            bool together = i + 1 < count && AreOne(_modules[i], _modules[i + 1]);
            Tensor y = together ? ((FieldBatchNorm)_modules[i++]).Normalized(x, rectified: true) : _modules[i].call(x);
            if (!ReferenceEquals(x, input) && !ReferenceEquals(x, y))
            {
                x.Dispose();
            }

            x = y;
        }

        return x;
    }

    private static bool AreOne(EquivariantModule first, EquivariantModule second) =>
        first is FieldBatchNorm { IsWatched: false } && second is PointwiseNonlinearity { IsRectifier: true, IsWatched: false };

    private static EquivariantModule[] Checked(EquivariantModule[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        if (modules.Length == 0)
        {
            throw new ArgumentException("EquivariantSequential needs at least one module; none were given.", nameof(modules));
        }

        int missing = Array.IndexOf(modules, null);
        return missing < 0
            ? modules
            : throw new ArgumentException($"EquivariantSequential: module {missing} of {modules.Length} is null.", nameof(modules));
    }

    private static void RequireFit(EquivariantModule[] modules, int i)
    {
        FieldType given = modules[i - 1].OutputType;
        FieldType needed = modules[i].InputType;
        if (!given.Equals(needed))
        {
            throw new ArgumentException(
                $"EquivariantSequential: module {i - 1} ({modules[i - 1].GetName()}) gives '{given}' and module {i} " +
                $"({modules[i].GetName()}) takes '{needed}'. Build module {i} from module {i - 1}'s OutputType.",
                nameof(modules));
        }
    }
}
