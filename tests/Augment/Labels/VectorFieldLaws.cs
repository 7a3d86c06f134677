using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>The gradient of an image, moved as a field, is the gradient of the moved image.</summary>
public class VectorFieldLaws
{
    private static readonly Pipeline Elements = new(new RandomPointElement(PlaneGroup.P4m), new RandomFlip(true, true));

    [Theory]
    [InlineData(VectorKind.Displacement)]
    [InlineData(VectorKind.Gradient)]
    public void Under_exact_elements_in_integers(VectorKind kind) =>
        Assert.Equal(0, Violation((field, drawn) => VectorFields.Moved(Elements, field, [drawn], kind)));

    [Fact]
    public void A_field_whose_vectors_do_not_turn_is_rejected() =>
        Assert.True(Violation((field, drawn) => Elements.ApplyGeometry(field, [drawn])) > 1);

    [Fact]
    public void A_field_that_turns_the_other_way_is_rejected() => Assert.True(Violation((field, drawn) =>
    {
        Tensor moved = Elements.ApplyGeometry(field, [drawn]);
        Affine back = Elements.Place(drawn, new(8, 6)).Map.Inverse;
        Tensor right = moved.narrow(1, 0, 1), down = moved.narrow(1, 1, 1);
        return cat([(right * back.A) + (down * back.B), (right * back.C) + (down * back.D)], 1);
    }) > 1);

    [Fact]
    public void Under_warps_up_to_interpolation_slopes_as_slopes()
    {
        Pipeline warps = new(new RandomRotation(), new RandomScale { Factor = new(1.4, 1.5) }, new RandomShear { Right = new(-0.2, 0.2) });
        Tensor image = Examples.Blob(65, 3, -2, 8);
        Parameters drawn = warps.Draw(new(1, 0, 0));
        Tensor gradient = Gradient(warps.Apply(image, [drawn]));
        Tensor slopes = VectorFields.Moved(warps, Gradient(image), [drawn], VectorKind.Gradient);
        Tensor displacements = VectorFields.Moved(warps, Gradient(image), [drawn], VectorKind.Displacement);
        Assert.InRange(Examples.Distance(Inside(gradient), Inside(slopes)), 0, 0.01);
        Assert.True(Examples.Distance(Inside(gradient), Inside(displacements)) > 0.05);
    }

    [Fact]
    public void Displacements_between_places_move_as_the_places_do()
    {
        ImageSize size = new(9, 9);
        Tensor constant = cat([ones([1, 1, 9, 9], ScalarType.Float64) * 3, ones([1, 1, 9, 9], ScalarType.Float64) * -1], 1);
        Pipeline warps = new(
            new RandomRotation { Padding = WarpPadding.Border }, new RandomScale { Factor = new(0.5, 2), Padding = WarpPadding.Border },
            new RandomFlip());
        for (int n = 0; n < 10; n++)
        {
            Parameters drawn = warps.Draw(new(1, 0, n));
            Tensor moved = VectorFields.Moved(warps, constant, [drawn]);
            Placement placement = warps.Place(drawn, size);
            KeyPoint from = new KeyPoint(1, 2).Moved(placement, size), to = new KeyPoint(4, 1).Moved(placement, size);
            Assert.Equal(to.Column - from.Column, moved[0, 0, 4, 4].item<double>(), 1e-9);
            Assert.Equal(to.Row - from.Row, moved[0, 1, 4, 4].item<double>(), 1e-9);
        }
    }

    [Fact]
    public void Several_vectors_of_a_pixel_move_as_each_alone()
    {
        Tensor fields = Examples.Images(2, 6, 6, ScalarType.Float64).repeat(1, 2, 1, 1);
        Parameters[] drawn = Elements.Draw(1, 0, [0, 1]);
        Tensor moved = VectorFields.Moved(Elements, fields, drawn);
        Assert.True(Examples.Same(moved.narrow(1, 2, 2), VectorFields.Moved(Elements, fields.narrow(1, 2, 2), drawn)));
    }

    [Fact]
    public void Channels_that_are_no_pairs_are_refused() => Assert.Contains(
        "two channels for each vector", Assert.Throws<ArgumentException>(
            () => VectorFields.Moved(Elements, zeros(1, 3, 4, 4), Elements.Draw(0, 0, [0]))).Message, StringComparison.Ordinal);

    private static Tensor Inside(Tensor field) => field.narrow(2, 12, 41).narrow(3, 12, 41);

    private static double Violation(Func<Tensor, Parameters, Tensor> move)
    {
        Random random = new(4);
        double[] values = [.. Enumerable.Range(0, 48).Select(_ => (double)random.Next(-9, 10))];
        Tensor image = tensor(values, [1, 1, 8, 6]);
        return Elements.Draw(1, 0, Enumerable.Range(0, 40).Select(n => (long)n))
            .Max(drawn => Examples.Distance(Gradient(Elements.Apply(image, [drawn])), move(Gradient(image), drawn)));
    }

    /// <summary>Twice the central differences, to the right and downwards, zero beyond the border.</summary>
    private static Tensor Gradient(Tensor image)
    {
        Tensor framed = nn.functional.pad(image, (1, 1, 1, 1));
        (long rows, long columns) = (image.shape[2], image.shape[3]);
        Tensor right = framed.narrow(2, 1, rows).narrow(3, 2, columns) - framed.narrow(2, 1, rows).narrow(3, 0, columns);
        Tensor down = framed.narrow(2, 2, rows).narrow(3, 1, columns) - framed.narrow(2, 0, rows).narrow(3, 1, columns);
        return cat([right, down], 1);
    }
}
