using System.Reflection;
using GCnn.LibTorch.Tests.Oracle;
using GCnn.LibTorch.Tests.Oracle.Cases;

namespace GCnn.LibTorch.Tests;

public class CoverageTests
{
    /// <summary>Members without a case, and why.</summary>
    private static readonly Dictionary<string, string[]> Reasons = new()
    {
        ["metadata, tested in TensorTests"] =
        [
            "Tensor.size", "Tensor.stride", "Tensor.dim", "Tensor.numel", "Tensor.element_size", "Tensor.is_contiguous",
            "Tensor.is_floating_point", "Tensor.ToString",
        ],
        ["reading elements, tested in TensorTests"] = ["Tensor.item", "Tensor.data", "Tensor.ToScalar", "Tensor.op_Explicit"],
        ["owning, tested in ScopeTests"] =
        [
            "Tensor.Dispose", "Tensor.DecoupleFromNativeHandle", "Tensor.MoveToOuterDisposeScope", "Tensor.MoveToOtherDisposeScope",
            "Tensor.DetachFromDisposeScope", "torch.NewDisposeScope", "torch.WrappedTensorDisposeScope",
        ],
        ["gradients, tested in AutogradTests and by every case"] =
        [
            "Tensor.backward", "Tensor.retain_grad", "Tensor.requires_grad_", "Tensor.with_requires_grad", "torch.no_grad", "torch.enable_grad",
            "torch.set_grad_enabled", "torch.is_grad_enabled",
        ],
        ["elements that nobody set"] = ["torch.empty", "torch.empty_like", "Tensor.empty_like", "Tensor.new_empty"],
        ["settings, tested in SettingsTests"] =
        [
            "torch.manual_seed", "torch.initial_seed", "torch.get_default_dtype", "torch.set_default_dtype", "torch.get_default_device",
            "torch.device", "torch.get_num_threads", "torch.set_num_threads", "torch.get_num_interop_threads", "torch.set_num_interop_threads",
        ],
        ["parts and parameters, tested in ModuleTests"] =
        [
            "nn.Parameter", "nn.ModuleList", "init.CalculateFanInAndFanOut", "utils.parameters_to_vector", "utils.vector_to_parameters",
            "utils.clip_grad_value_",
        ],
    };

    private static readonly (string Prefix, Type Type)[] Surfaces =
    [
        ("Tensor", typeof(Tensor)), ("torch", typeof(torch)), ("nn", typeof(nn)), ("functional", typeof(nn.functional)),
        ("init", typeof(nn.init)), ("utils", typeof(nn.utils)),
    ];

    [Fact]
    public void Every_public_operator_has_a_case_or_a_reason()
    {
        var covered = OracleFile.Names.Select(CaseTable.Member).Concat(Reasons.Values.SelectMany(r => r)).ToHashSet();
        Assert.Equal([], Members().Except(covered).Order());
    }

    [Fact]
    public void Every_case_and_every_reason_is_for_a_member_that_exists()
    {
        var named = OracleFile.Names.Select(CaseTable.Member).Concat(Reasons.Values.SelectMany(r => r));
        Assert.Equal([], named.Except(Members()).Order());
    }

    private static IEnumerable<string> Members() => Surfaces.SelectMany(
        s => s.Type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(m => $"{s.Prefix}.{m.Name}")).Distinct();
}
