using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class EquivarianceReportLaws
{
    private static readonly FieldType Image = FieldType.Trivial(PlaneGroup.P4, 1);

    /// <summary>Adds 100 at one place of the output, only where the input is turned by element 2.</summary>
    private static EquivarianceReport OneWrongValue(EquivarianceOptions? options = null)
    {
        Tensor x = IntegerTensors.Random(1, 2, 1, 3, 3);
        Tensor spoiled = x.flip(2, 3);
        Tensor error = zeros([2, 1, 3, 3], ScalarType.Float64);
        error[1, 0, 2, 1] = tensor(100.0);
        return EquivarianceReport.Measure(
            y => (bool)y.equal(spoiled) ? y + error : y * 1, Image, Image, x, options ?? EquivarianceOptions.Exact);
    }

    [Fact]
    public void Finds_the_element_and_the_index_of_the_error()
    {
        EquivarianceReport report = OneWrongValue();
        Assert.False(report.IsEquivariant);
        Assert.Equal(2, report.Worst.Element.Point);
        Assert.Equal("[1, 0, 2, 1]", report.Worst.WorstIndex);
        Assert.Equal(100, report.Worst.MaxError);
        Assert.Equal(100.0 / 18, report.Worst.MeanError, 12);
        Assert.Equal(report.Worst.Actual, report.Worst.Expected + 100);
        Assert.Equal([0, 0, 100, 0], report.Errors.Select(error => error.MaxError));
    }

    [Fact]
    public void The_failure_names_element_matrix_index_values_error_and_seed()
    {
        EquivarianceReport report = OneWrongValue(EquivarianceOptions.Exact with { Seed = 17 });
        EquivarianceException failure = Assert.Throws<EquivarianceException>(report.ThrowIfBroken);
        Assert.Same(report, failure.Report);
        string[] parts =
        [
            "f(L_g x) = L_g f(x) is broken by 1 of 4 elements",
            "element 2: x -> [[-1, 0], [0, -1]] x + (0, 0)",
            "at output index [1, 0, 2, 1]",
            $"{report.Worst.Actual} instead of {report.Worst.Expected}, error 100",
            "allowed: exact",
            "Seed: 17.",
            "BROKEN",
        ];
        Assert.All(parts, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Prints_one_line_per_element()
    {
        string[] lines = OneWrongValue().ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("f(L_g x) = L_g f(x): broken; output scale 5, tolerance exact", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("element", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("exact", lines[2], StringComparison.Ordinal);
        Assert.Contains("100        5.556       20        0         100     [1, 0, 2, 1]  BROKEN", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_tolerance_that_allows_the_error_accepts_it()
    {
        EquivarianceReport report = OneWrongValue(new() { Tolerance = new(20) });
        Assert.True(report.IsEquivariant);
        report.ThrowIfBroken();
        Assert.Contains("within tolerance", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("holds", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_callers_tensors_stay_in_the_callers_scope()
    {
        Tensor x = IntegerTensors.Random(1, 2, 1, 3, 3);
        using DisposeScope scope = NewDisposeScope();
        EquivarianceReport.Measure(y => y * 2, Image, Image, x);
        EquivarianceReport.MeasureGradients(y => y * y, Image, Image, x);
        EquivarianceReport.MeasureCyclicShifts(y => y * 2, x);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void No_graph_is_recorded_for_the_function()
    {
        bool recorded = false;
        Tensor x = IntegerTensors.Random(1, 2, 1, 3, 3);
        EquivarianceReport.Measure(
            y =>
            {
                recorded |= is_grad_enabled();
                return y * 2;
            },
            Image,
            Image,
            x);
        Assert.False(recorded);
        Assert.True(is_grad_enabled());
    }
}
