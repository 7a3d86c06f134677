namespace GCnn.Groups.Tests;

public sealed class UnitCircleLaws
{
    private static IEnumerable<int> Orders => Enumerable.Range(3, 70);

    [Fact]
    public void Cosines_and_sines_are_those_of_the_standard_library_to_rounding()
    {
        foreach ((int n, int j) in from n in Orders from j in Enumerable.Range(0, n) select (n, j))
        {
            Assert.Equal(Math.Cos(2 * Math.PI * j / n), Cos(j, n), 1e-14);
            Assert.Equal(Math.Sin(2 * Math.PI * j / n), Sin(j, n), 1e-14);
        }
    }

    [Fact]
    public void Multiples_of_a_twelfth_of_a_turn_are_exact_where_they_are_rational()
    {
        double[] quarters = [1, 0, -1, 0];
        double[] sixths = [1, 0.5, -0.5, -1, -0.5, 0.5];
        for (int scale = 1; scale <= 9; scale++)
        {
            Assert.All(Enumerable.Range(0, 4), j => Assert.Equal(quarters[j], Cos(j * scale, 4 * scale)));
            Assert.All(Enumerable.Range(0, 6), j => Assert.Equal(sixths[j], Cos(j * scale, 6 * scale)));
            Assert.Equal(0.5, Sin(scale, 12 * scale));
            Assert.Equal(Math.Sqrt(0.5), Cos(scale, 8 * scale));
        }
    }

    [Fact]
    public void The_circle_s_symmetries_hold_bit_by_bit_and_not_in_the_standard_library()
    {
        Law.Holds(Asymmetry(Cos, Sin));
        Law.IsBrokenBy(Asymmetry((j, n) => Math.Cos(2 * Math.PI * j / n), (j, n) => Math.Sin(2 * Math.PI * j / n)));
    }

    private static string? Asymmetry(Func<int, int, double> cos, Func<int, int, double> sin) =>
        (from n in Orders
         from j in Enumerable.Range(0, n)
         where cos(j, n) != cos((n - j) % n, n) || sin(j, n) != -sin((n - j) % n, n)
            || (n % 2 == 0 && cos(j, n) != -cos((j + (n / 2)) % n, n))
            || (n % 4 == 0 && sin(j, n) != cos((j + (3 * n / 4)) % n, n))
         select $"the circle of {n} points is not symmetric at {j}").FirstOrDefault();

    private static double Cos(int j, int n) => UnitCircle.Cos(j, n);

    private static double Sin(int j, int n) => UnitCircle.Sin(j, n);
}
