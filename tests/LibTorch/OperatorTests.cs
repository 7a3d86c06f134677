using GCnn.LibTorch.Tests.Oracle;
using GCnn.LibTorch.Tests.Oracle.Cases;
using GCnn.LibTorch.Tests.Support;

namespace GCnn.LibTorch.Tests;

public class OperatorTests
{
    private const double Exact = 1e-10;

    public static TheoryData<string> Names => [.. OracleFile.Names];

    /// <summary>Operators with kernels of their own for float32.</summary>
    public static TheoryData<string> SingleNames =>
    [
        "Tensor.matmul", "torch.einsum", "functional.conv2d", "functional.conv2d/geometry", "functional.conv_transpose2d", "functional.linear",
        "functional.batch_norm", "functional.softmax", "functional.cross_entropy/mean", "functional.max_pool2d", "functional.avg_pool2d",
        "functional.grid_sample/zeros", "functional.interpolate/bilinear", "Tensor.exp", "Tensor.sum", "Tensor.var/dimensions",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_PyTorchs_values_and_gradients(string name) => Run(name, Exact, ScalarType.Float64, expected => expected);

    [Theory]
    [MemberData(nameof(SingleNames))]
    public void Gives_PyTorchs_values_and_gradients_in_single_precision(string name) =>
        Run(name, 1e-5, ScalarType.Float32, expected => expected);

    [Theory]
    [MemberData(nameof(Names))]
    public void Rejects_an_expectation_that_is_a_little_wrong(string name) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Run(name, Exact, ScalarType.Float64, Wrong));

    [Fact]
    public void The_cases_here_and_in_the_file_are_the_same() => Assert.Equal(OracleFile.Names.Order(), CaseTable.All.Keys.Order());

    private static void Run(string name, double tolerance, ScalarType type, Func<Tensor, Tensor> twist)
    {
        using var defaultType = Settings.DefaultType(type);
        OracleAssert.Holds(name, CaseTable.All[name], tolerance, type, twist);
    }

    private static Tensor Wrong(Tensor expected)
    {
        var wrong = expected.is_floating_point() ? expected.clone() : expected.to(ScalarType.Int64, copy: true);
        if (wrong.numel() == 0) return zeros(1);
        var last = wrong.view(-1)[-1];
        if (expected.is_floating_point()) last.add_((last.abs() + 1e-3) * 1e-6);
        else last.copy_(1 - last);
        return wrong.to(expected.dtype);
    }
}
