using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>What modules side by side share: one group on each side, and outputs of one size that are joined along the channels.</summary>
internal static class Branches
{
    /// <summary>The modules, none of them missing and all from one plane group to one.</summary>
    internal static EquivariantModule[] Checked(string name, EquivariantModule[] modules, string parameter)
    {
        ArgumentNullException.ThrowIfNull(modules, parameter);
        if (modules.Length == 0)
        {
            throw new ArgumentException($"{name} needs at least one module; none were given.", parameter);
        }

        for (int i = 0; i < modules.Length; i++)
        {
            if (modules[i] is null)
            {
                throw new ArgumentException($"{name}: module {i} of {modules.Length} is null.", parameter);
            }

            if (!modules[i].InputType.Group.Equals(modules[0].InputType.Group)
                || !modules[i].OutputType.Group.Equals(modules[0].OutputType.Group))
            {
                throw new ArgumentException(
                    $"{name}: module 0 ({modules[0].GetName()}) goes {Way(modules[0])} and module {i} ({modules[i].GetName()}) " +
                    $"{Way(modules[i])}; all must go from one plane group to one. Restrict them alike.",
                    parameter);
            }
        }

        return modules;
    }

    /// <summary>The tensors one after another along the channels. The caller owns the scope.</summary>
    internal static Tensor Join(string name, Tensor[] parts)
    {
        int odd = Array.FindIndex(parts, part => !SameBut(part, parts[0]));
        return odd < 0
            ? cat(parts, 1)
            : throw new ArgumentException(
                $"{name}: part 0 has the shape {FieldShape.Print(parts[0])} and part {odd} {FieldShape.Print(parts[odd])}; they may " +
                "differ in channels only. Give the branches equal strides and paddings that keep their sizes equal.",
                nameof(parts));
    }

    /// <summary>The direct sum of types, in order.</summary>
    internal static FieldType Sum(IEnumerable<FieldType> types) => types.Aggregate((a, b) => a + b);

    private static string Way(EquivariantModule module) => $"from {module.InputType.Group} to {module.OutputType.Group}";

    private static bool SameBut(Tensor a, Tensor b) =>
        a.ndim == b.ndim && Enumerable.Range(0, (int)a.ndim).All(axis => axis == 1 || a.size(axis) == b.size(axis));
}
