using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>One layer at fault, and beside it the sound one under the same assertion.</summary>
public class FaultsInLayers
{
    private static readonly FieldType Image = ForeignNet.Image;
    private static readonly FieldType Fields = ForeignNet.Fields;

    [Fact]
    public void A_filter_turned_by_the_wrong_inverse() => Finds(
        new TurnedFilters(Image, 2), new TurnedFilters(Image, 2, Turning.WrongInverse), IntegerTensors.Random(1, 2, 1, 7, 7));

    [Fact]
    public void A_missing_permutation_of_the_fibre() => Finds(
        new TurnedFilters(Fields, 1), new TurnedFilters(Fields, 1, Turning.NoFibrePermutation), IntegerTensors.Random(1, 2, 16, 7, 7));

    [Fact]
    public void A_stride_on_an_even_size()
    {
        using TurnedFilters layer = new(Image, 2, stride: 2);
        EquivarianceAssert.Commutes(layer, Image, layer.OutputType, IntegerTensors.Random(1, 2, 1, 9, 9), EquivarianceOptions.Exact);
        Tensor even = IntegerTensors.Random(1, 2, 1, 8, 8);
        var report = EquivarianceReport.Measure(layer.call, Image, layer.OutputType, even, EquivarianceOptions.Exact);
        Assert.Throws<EquivarianceException>(report.ThrowIfBroken);

        // What commutes with the transposition alone is what keeps the places: the identity and one reflection.
        Assert.Equal(2, report.Errors.Count(error => error.MaxError == 0));
        ElementError[] broken = [.. report.Errors.Where(error => error.MaxError > 0)];
        Assert.All(broken, error => Assert.True(error is { InteriorError: > 0, BorderError: > 0 }));
    }

    [Fact]
    public void A_bias_on_a_sign_representation()
    {
        FieldType signs = FieldType.Copies(PlaneGroup.P4m, Irreps.Of(PlaneGroup.P4m.PointGroup)[1], 2);
        using nn.Module<Tensor, Tensor> sound = nn.Conv2d(2, 2, 1, bias: false, dtype: ScalarType.Float64);
        using var faulty = nn.Conv2d(2, 2, 1, dtype: ScalarType.Float64);
        using (no_grad())
        {
            faulty.bias!.zero_();
        }

        HiddenUntilTrained(sound, faulty, signs, IntegerTensors.Random(1, 2, 2, 6, 6));
    }

    [Fact]
    public void A_batch_norm_over_the_wrong_axis()
    {
        using SharedNorm sound = new(Fields);
        using nn.Module<Tensor, Tensor> faulty = nn.BatchNorm2d(16, dtype: ScalarType.Float64);
        HiddenUntilTrained(sound, faulty, Fields, IntegerTensors.Random(1, 2, 16, 6, 6));
    }

    [Fact]
    public void Statistics_of_the_wrong_axis_alone()
    {
        using nn.Module<Tensor, Tensor> faulty = nn.BatchNorm2d(16, affine: false, dtype: ScalarType.Float64);
        using nn.Module<Tensor, Tensor> stateless = nn.BatchNorm2d(
            16, affine: false, track_running_stats: false, dtype: ScalarType.Float64);
        HiddenUntilTrained(stateless, faulty, Fields, IntegerTensors.Random(1, 2, 16, 6, 6));
    }

    private static void Finds(TurnedFilters sound, TurnedFilters faulty, Tensor x)
    {
        EquivarianceAssert.Commutes(sound, sound.InputType, sound.OutputType, x, EquivarianceOptions.Exact);
        Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.Commutes(faulty, faulty.InputType, faulty.OutputType, x, EquivarianceOptions.Exact));
        sound.Dispose();
        faulty.Dispose();
    }

    /// <summary>Both hold at first; after some steps only the sound one does.</summary>
    private static void HiddenUntilTrained(nn.Module<Tensor, Tensor> sound, nn.Module<Tensor, Tensor> faulty, FieldType type, Tensor x)
    {
        ModelReportOptions typed = new()
        {
            Types = new Dictionary<string, IFieldMap>(StringComparer.Ordinal) { [string.Empty] = new FieldMap(type, type) },
        };
        ModelReport healthy = ModelReport.For(sound, type, type, x), broken = ModelReport.For(faulty, type, type, x, typed);
        healthy.ThrowIfBroken();
        Assert.True(broken.Before.Whole.IsEquivariant);
        Assert.False(broken.After!.Whole.IsEquivariant);
        Assert.Equal(faulty.GetName(), broken.FirstOffender?.Kind);
        string message = Assert.Throws<EquivarianceException>(broken.ThrowIfBroken).Message;
        Assert.Contains("after 10 training steps", message, StringComparison.Ordinal);

        // Without the steps nobody would have known.
        ModelReport.For(faulty, type, type, x, new() { Steps = 0 }).ThrowIfBroken();
    }
}
