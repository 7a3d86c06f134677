namespace GCnn.Testing.Tests;

public class IntegerTensorsLaws
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_on_every_machine() => Assert.Equal(
        [4d, 0, -3, -4, -3, 4], IntegerTensors.Random(42, 2, 3).data<double>().ToArray());

    [Fact]
    public void All_numbers_from_minus_5_to_5_are_about_as_likely()
    {
        double[] values = IntegerTensors.Random(1, 11000).data<double>().ToArray();
        Assert.All(values.GroupBy(v => v), bin => Assert.InRange(bin.Count(), 880, 1120));
        Assert.Equal(11, values.Distinct().Count());
        Assert.Equal(-5, values.Min());
    }

    [Fact]
    public void Other_seeds_give_other_numbers() =>
        Assert.False((bool)IntegerTensors.Random(1, 20).equal(IntegerTensors.Random(2, 20)));
}
