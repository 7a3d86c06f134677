using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class FieldDropoutLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void With_a_fixed_draw_it_commutes(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        using FieldDropout dropout = new(type);
        Laws.Commutes(Drawn(dropout.call), type, type, 4, 5);
        FieldType mixing = MixingRepresentation.Type(PlaneGroup.Named(name)) + FieldType.Trivial(PlaneGroup.Named(name), 3);
        using FieldDropout general = new(mixing);
        Laws.Commutes(Drawn(general.call), mixing, mixing, 4, 5);
    }

    [Fact]
    public void Ordinary_dropout_of_channels_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using var channels = nn.Dropout2d(0.5);
        Laws.IsRefused(Drawn(channels.call), type, type, 4, 5);
    }

    [Fact]
    public void Whole_fields_are_dropped_and_the_others_scaled()
    {
        FieldType type = Examples.Mixed(PlaneGroup.P4m);
        using FieldDropout dropout = new(type, 0.75);
        Tensor y = dropout.call(ones(16, type.Channels, 3, 3, dtype: ScalarType.Float64));
        int kept = 0;
        for (int field = 0; field < type.Fields.Count; field++)
        {
            Tensor values = y.narrow(1, type.Offset(field), type.Fields[field].Dimension).flatten(1);
            Assert.True((bool)values.eq(values.amin(1).unsqueeze(1)).all());
            kept += (int)values.amax(1).eq(4).sum().item<long>();
            Assert.True((bool)values.eq(0).logical_or(values.eq(4)).all());
        }

        Assert.InRange(kept, 1, (16 * type.Fields.Count) - 1);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_mean_stays(double p)
    {
        // The mean of n independent factors, 0 or 1/(1 − p), has the standard deviation √(p / (1 − p) / n); the bound is five of them.
        FieldType type = FieldType.Regular(PlaneGroup.P4, 100);
        using FieldDropout dropout = new(type, p);
        manual_seed(4);
        double mean = dropout.call(ones(100, type.Channels, 1, 1)).mean().ToDouble();
        Assert.InRange(mean, 1 - (5 * Math.Sqrt(p / (1 - p) / 1e4)), 1 + (5 * Math.Sqrt(p / (1 - p) / 1e4)));
    }

    [Fact]
    public void Evaluation_and_probability_zero_change_nothing()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 3);
        Tensor x = Laws.Input(type, 4, 5);
        using FieldDropout dropout = new(type), never = new(type, 0);
        Assert.True(Examples.Same(x, never.call(x)));
        dropout.eval();
        Tensor y = dropout.call(x);
        Assert.True(Examples.Same(x, y));

        // What it gives is its own: a caller may dispose of it.
        y.Dispose();
        Assert.True(Examples.Same(Laws.Input(type, 4, 5), x));
    }

    [Fact]
    public void Each_sample_and_each_call_draws_anew()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P2, 32);
        using FieldDropout dropout = new(type);
        Tensor x = ones(2, type.Channels, 2, 2);
        Tensor y = dropout.call(x);
        Assert.False(Examples.Same(y[0], y[1]));
        Assert.False(Examples.Same(y, dropout.call(x)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_probability_out_of_range_is_refused(double p) => Messages.Say<ArgumentOutOfRangeException>(
        () => new FieldDropout(FieldType.Trivial(PlaneGroup.P1, 1), p), $"the probability is {p}", "at least 0 and below 1");

    private static Func<Tensor, Tensor> Drawn(Func<Tensor, Tensor> dropout) => x =>
    {
        manual_seed(3);
        return dropout(x);
    };
}
