using GCnn.Groups;

namespace GCnn.Augment.Tests;

public class AffineLaws
{
    private static readonly Affine[] Maps =
    [
        Affine.Identity, Affine.Rotation(90), Affine.Rotation(180), Affine.LeftRight, Affine.UpDown, Affine.Scale(2, 3),
        Affine.Shear(2, -1), Affine.Shift(3, -5), new(1, 2, 3, 4, 5, 6),
    ];

    [Fact]
    public void A_product_applies_the_right_factor_first() => Assert.Null(ProductViolation((g, h) => g * h));

    [Fact]
    public void The_product_in_the_other_order_is_rejected() => Assert.NotNull(ProductViolation((g, h) => h * g));

    [Fact]
    public void An_inverse_undoes_its_map() => Assert.All(Maps, map =>
    {
        Affine nothing = map.Inverse * map;
        double[] expected = [1, 0, 0, 1, 0, 0], actual = [nothing.A, nothing.B, nothing.C, nothing.D, nothing.E, nothing.F];
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    });

    [Fact]
    public void Determinants_multiply() =>
        Assert.All(Maps, g => Assert.All(Maps, h => Assert.Equal(g.Determinant * h.Determinant, (g * h).Determinant)));

    [Fact]
    public void Reflections_are_the_flips_and_their_products_with_rotations()
    {
        Assert.True(Affine.LeftRight.IsReflection);
        Assert.True((Affine.Rotation(33) * Affine.UpDown).IsReflection);
        Assert.False((Affine.LeftRight * Affine.UpDown).IsReflection);
        Assert.False(Affine.Shear(1, 2).IsReflection);
    }

    [Fact]
    public void A_positive_rotation_is_anticlockwise_on_screen()
    {
        Assert.Equal((0.0, -1.0), Affine.Rotation(90).Apply(1, 0));
        Assert.Equal((-1.0, 0.0), Affine.Rotation(90).Apply(0, -1));
        Assert.True(Affine.Rotation(10).Apply(1, 0).Y < 0);
    }

    [Fact]
    public void Rotations_by_quarter_turns_are_the_integer_matrices_of_p4() => Assert.All(Enumerable.Range(-8, 17), k =>
    {
        IntegerMatrix matrix = PlaneGroup.P4.Matrix(((k % 4) + 4) % 4);
        Affine turn = Affine.Rotation(90 * k);
        Assert.Equal((matrix.A, matrix.B, matrix.C, matrix.D), (turn.A, turn.B, turn.C, turn.D));
    });

    [Fact]
    public void Makers_do_what_their_names_say()
    {
        Assert.Equal((-2.0, 3.0), Affine.LeftRight.Apply(2, 3));
        Assert.Equal((2.0, -3.0), Affine.UpDown.Apply(2, 3));
        Assert.Equal((4.0, 6.0), Affine.Scale(2).Apply(2, 3));
        Assert.Equal((3.0, -2.0), Affine.Shift(1, -5).Apply(2, 3));
        Assert.Equal((2.0 + (0.5 * 3), 3.0), Affine.Shear(0.5, 0).Apply(2, 3));
        Assert.Equal((2.0, 3.0 + (0.5 * 2)), Affine.Shear(0, 0.5).Apply(2, 3));
        Assert.Equal(Affine.Shear(0.5, 0) * Affine.Shear(0, 0.25), Affine.Shear(0.5, 0.25));
        Assert.Equal((4.0, 6.0), (Affine.Shift(7, 8) * Affine.Scale(2)).Linear.Apply(2, 3));
    }

    [Fact]
    public void A_map_without_an_inverse_says_so()
    {
        Assert.Contains("has determinant 0 and no inverse", Refusal(default), StringComparison.Ordinal);
        Assert.Contains("Affine.Identity", Refusal(Affine.Scale(0)), StringComparison.Ordinal);
        Assert.Contains("no inverse", Refusal(Affine.Scale(double.NaN)), StringComparison.Ordinal);
    }

    private static string Refusal(Affine map) => Assert.Throws<InvalidOperationException>(() => map.Inverse).Message;

    private static string? ProductViolation(Func<Affine, Affine, Affine> product) =>
        (from g in Maps
         from h in Maps
         let byHand = h.Apply(7, -11)
         where g.Apply(byHand.X, byHand.Y) != product(g, h).Apply(7, -11)
         select $"{g} after {h}").FirstOrDefault();
}
