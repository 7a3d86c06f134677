using GCnn.Groups;
using TorchSharp;

namespace GCnn.Actions.Tests;

public class HexagonMaskLaws
{
    [Fact]
    public void The_mask_is_true_on_the_hexagons_cells()
    {
        for (int radius = 0; radius <= 7; radius++)
        {
            bool[] mask = [.. HexagonMask.Of(radius).data<bool>()];
            int side = (2 * radius) + 1;
            Assert.Equal(side * side, mask.Length);
            Assert.All(mask.Index(), place =>
            {
                (int r, int q) = Math.DivRem(place.Index, side);
                int steps = Math.Max(Math.Max(Math.Abs(q - radius), Math.Abs(r - radius)), Math.Abs(q + r - (2 * radius)));
                Assert.Equal(steps <= radius, place.Item);
            });
        }
    }

    [Fact]
    public void Radius_one_leaves_two_corners_out() => Assert.Equal(
        [0d, 2, 3, 4, 5, 6, 7, 8, 0], torch.arange(1, 10, torch.ScalarType.Float64).reshape(1, 1, 3, 3).MaskToHexagon().data<double>());

    [Theory]
    [InlineData("p3")]
    [InlineData("p6m")]
    public void Masking_commutes_with_the_action_and_masking_twice_is_masking_once(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        torch.Tensor x = Examples.Integers(1, 2, type.Channels, 7, 7), masked = x.MaskToHexagon();
        Assert.True(Examples.Same(masked, masked.MaskToHexagon()));
        for (int h = 0; h < type.Group.Order; h++)
        {
            Assert.True(Examples.Same(x.Transform(type, h).MaskToHexagon(), masked.Transform(type, h)));
        }
    }

    [Fact]
    public void A_mask_of_the_other_corners_does_not_commute()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P6, 1);
        torch.Tensor x = Examples.Integers(1, 1, 1, 5, 5), mirrored = HexagonMask.Of(2).flip(1);
        Assert.False(Examples.Same(x.Transform(type, 1) * mirrored, (x * mirrored).Transform(type, 1)));
    }

    [Fact]
    public void No_gradient_passes_outside_and_infinities_leave_no_trace()
    {
        torch.Tensor x = torch.full([1, 1, 3, 3], double.PositiveInfinity, torch.ScalarType.Float64);
        x[0, 0, 1, 1] = torch.tensor(2d, torch.ScalarType.Float64);
        x.requires_grad_();
        torch.Tensor y = x.MaskToHexagon();
        y.sum().backward();
        Assert.Equal([0d, 1, 1, 1, 1, 1, 1, 1, 0], x.grad!.data<double>());
        Assert.Equal(0, y[0, 0, 0, 0].item<double>());
    }

    [Fact]
    public void Other_values_may_stand_outside()
    {
        using HexagonMask mask = new();
        torch.Tensor x = Examples.Integers(2, 2, 3, 3, 3);
        torch.Tensor lowest = mask.Apply(x, double.NegativeInfinity);
        Assert.Equal(2 * 3 * 2, lowest.eq(double.NegativeInfinity).sum().item<long>());
        torch.Tensor perChannel = mask.Apply(x, torch.arange(3, torch.ScalarType.Float64).reshape(1, 3, 1, 1));
        Assert.Equal([0d, 1, 2], perChannel[1].select(1, 2).select(1, 2).data<double>());
        Assert.True(Examples.Same(x.MaskToHexagon(), perChannel.MaskToHexagon()));
    }

    [Fact]
    public void A_kept_mask_serves_several_radii_and_outlives_dispose_scopes()
    {
        using HexagonMask mask = new();
        foreach (long side in new long[] { 5, 7, 5 })
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor x = Examples.Integers(3, 1, 2, side, side), y = mask.Apply(x);
            Assert.True(Examples.Same(x.MaskToHexagon(), y));
        }
    }

    [Fact]
    public void Only_the_result_stays_in_the_callers_scope()
    {
        using HexagonMask mask = new();
        torch.Tensor x = Examples.Integers(4, 1, 1, 5, 5);
        using DisposeScope scope = torch.NewDisposeScope();
        x.MaskToHexagon();
        mask.Apply(x);
        Assert.Equal(2, scope.DisposablesCount);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 7)]
    public void Rejects_what_no_hexagon_is_stored_on(int rows, int columns)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => torch.zeros(1, 1, rows, columns).MaskToHexagon());
        Assert.Contains(
            $"odd side 2 R + 1; this tensor has the shape [1, 1, {rows}, {columns}]", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("radius", Assert.Throws<ArgumentOutOfRangeException>(() => HexagonMask.Of(-1)).ParamName);
    }
}
