using GCnn.Groups;
using TorchSharp;

namespace GCnn.Actions.Tests;

public class ImageResamplingLaws
{
    private const double Rounding = 1e-12;

    // To hexagons and back; the third hexagon is larger than its image, so places of it lie outside.
    private static readonly Resampling[] Plans =
    [
        Resampling.SquareToHexagonal(9, 9, 4), Resampling.SquareToHexagonal(7, 10, 3), Resampling.SquareToHexagonal(7, 7, 3, spacing: 1.5),
        Resampling.SquareToHexagonal(5, 5, 0), Resampling.HexagonalToSquare(4, 9, 9), Resampling.HexagonalToSquare(2, 7, 6),
    ];

    [Fact]
    public void Equals_the_plan_plane_by_plane()
    {
        foreach (Resampling plan in Plans)
        {
            torch.Tensor images = Input(1, plan);
            Assert.True(Difference(Planewise(plan, images), Resample(plan, images)) < Rounding, $"{plan}");
        }
    }

    [Fact]
    public void Another_plan_is_rejected_by_the_same_comparison()
    {
        (Resampling plan, Resampling other) = (Resampling.SquareToHexagonal(9, 9, 4), Resampling.SquareToHexagonal(9, 9, 4, spacing: 0.95));
        torch.Tensor images = Input(1, plan);
        Assert.True(Difference(Planewise(plan, images), Resample(other, images)) > 1);
    }

    [Fact]
    public void Outside_is_zero_whatever_the_image_holds()
    {
        foreach (Resampling plan in Plans)
        {
            torch.Tensor images = torch.full([1, 1, plan.InputRows, plan.InputColumns], double.PositiveInfinity, torch.ScalarType.Float64);
            double[] values = [.. Resample(plan, images).data<double>()];
            Assert.All(values.Zip(plan.IsInside.ToArray()), place => Assert.Equal(place.Second, place.First != 0));
        }
    }

    [Fact]
    public void An_inscribed_hexagon_is_filled_and_the_rest_of_its_square_is_zero()
    {
        bool[] cells = [.. Resample(Plans[0], torch.ones([2, 3, 9, 9], torch.ScalarType.Float64)).ne(0).data<bool>()];
        Assert.All(cells.Chunk(9 * 9), plane => Assert.Equal(new HexagonalDomain(4).Mask.ToArray(), plane));
    }

    [Fact]
    public void Symmetries_of_both_lattices_commute_with_it_and_a_quarter_turn_of_one_does_not()
    {
        Resampling plan = Resampling.SquareToHexagonal(9, 9, 4);
        torch.Tensor images = Input(3, plan);
        FieldType square = FieldType.Trivial(PlaneGroup.P4m, 3), hexagonal = FieldType.Trivial(PlaneGroup.P6m, 3);
        double Defect(int ofSquare, int ofHexagon) =>
            Difference(Resample(plan, images).Transform(hexagonal, ofHexagon), Resample(plan, images.Transform(square, ofSquare)));

        // By their numbers in p4m and in p6m: half turn, left-right, up-down.
        (int, int)[] common = [(0, 0), (2, 3), (4, 6), (6, 9)];
        Assert.All(common, both => Assert.True(Defect(both.Item1, both.Item2) < Rounding, $"{both}"));
        Assert.All(Enumerable.Range(0, 12), h => Assert.True(Defect(1, h) > 1, $"{h}"));
    }

    [Fact]
    public void The_gradient_is_the_transpose_and_nothing_comes_from_outside()
    {
        foreach (Resampling plan in Plans)
        {
            torch.Tensor images = Input(4, plan).requires_grad_();
            torch.Tensor weights = Examples.Integers(5, 2, 3, plan.OutputRows, plan.OutputColumns);
            (Resample(plan, images) * weights).sum().backward();
            Assert.True(Difference(Transposed(plan, weights), images.grad!) < 100 * Rounding, $"{plan}");
        }
    }

    [Fact]
    public void Each_image_comes_out_the_same_whatever_its_batch()
    {
        torch.Tensor images = Input(6, Plans[0]).to(torch.ScalarType.Float32);
        torch.Tensor one = Resample(Plans[0], images.narrow(0, 1, 1));
        Assert.True(Examples.Same(one, Resample(Plans[0], images).narrow(0, 1, 1)));
        Assert.Equal(torch.ScalarType.Float32, one.dtype);
    }

    [Fact]
    public void Kept_weights_serve_several_element_types_and_outlive_dispose_scopes()
    {
        using ImageResampling resampling = new(Plans[0]);
        foreach (torch.ScalarType dtype in new[] { torch.ScalarType.Float64, torch.ScalarType.Float32, torch.ScalarType.Float64 })
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor images = Input(7, Plans[0]).to(dtype);
            Assert.True(Examples.Same(Resample(Plans[0], images), resampling.Apply(images)));
        }
    }

    [Fact]
    public void Only_the_result_stays_in_the_callers_scope()
    {
        using ImageResampling resampling = new(Plans[0]);
        torch.Tensor images = Input(8, Plans[0]);
        using DisposeScope scope = torch.NewDisposeScope();
        Assert.True(resampling.Apply(images).is_contiguous());
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Theory]
    [InlineData(new long[] { 2, 3, 9, 8 }, "Crop them, or make a plan for their size.")]
    [InlineData(new long[] { 3, 9, 9 }, "Is the batch axis missing? unsqueeze(0) adds it.")]
    public void Refuses_images_of_another_shape(long[] shape, string advice) => Assert.StartsWith(
        $"This resampling from 9 x 9 to 9 x 9 needs images N x C x 9 x 9; it was given [{string.Join(", ", shape)}]. {advice}",
        Assert.Throws<ArgumentException>("images", () => Resample(Plans[0], torch.zeros(shape))).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_images_of_integers() => Assert.StartsWith(
        "Resampling weighs pixels by real numbers; these images hold Byte. Convert first: images.to(float32) / 255.",
        Assert.Throws<ArgumentException>("images", () => Resample(Plans[0], torch.zeros([1, 1, 9, 9], torch.ScalarType.Byte))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Prints_its_plan()
    {
        using ImageResampling resampling = new(Plans[0]);
        Assert.Equal(("resampling from 9 x 9 to 9 x 9", Plans[0]), (resampling.ToString(), resampling.Plan));
    }

    private static torch.Tensor Resample(Resampling plan, torch.Tensor images)
    {
        using ImageResampling resampling = new(plan);
        return resampling.Apply(images);
    }

    private static torch.Tensor Input(int seed, Resampling plan) => Examples.Integers(seed, 2, 3, plan.InputRows, plan.InputColumns);

    private static torch.Tensor Planewise(Resampling plan, torch.Tensor images) => torch.tensor(
        plan.Apply<double>(images.data<double>().ToArray()), [2, 3, plan.OutputRows, plan.OutputColumns]);

    private static torch.Tensor Transposed(Resampling plan, torch.Tensor weights)
    {
        double[] values = [.. weights.data<double>()];
        (int input, int output) = (plan.InputRows * plan.InputColumns, plan.OutputRows * plan.OutputColumns);
        double[] sums = new double[values.Length / output * input];
        for (int i = 0; i < values.Length * Resampling.Taps; i++)
        {
            (int plane, int tap) = Math.DivRem(i, output * Resampling.Taps);
            sums[(plane * input) + plan.Sources[tap]] += plan.Weights[tap] * values[i / Resampling.Taps];
        }

        return torch.tensor(sums, [2, 3, plan.InputRows, plan.InputColumns]);
    }

    private static double Difference(torch.Tensor a, torch.Tensor b) => (a - b).abs().max().item<double>();
}
