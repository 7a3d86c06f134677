using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class PolyphaseUpsamplingLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    private static FieldType One => FieldType.Trivial(PlaneGroup.P4m, 1);

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void With_the_sampling_it_commutes_with_every_shift_and_point_element(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType type = FieldType.Regular(g, 1) + MixingRepresentation.Type(g);
        foreach (var (stride, rows, columns) in new[] { (2, 4, 6), (2, 6, 6), (3, 6, 9) })
        {
            using PolyphaseSampling sampling = new(type, stride);
            using PolyphaseUpsampling upsampling = new(type, sampling);
            Tensor F(Tensor x) => upsampling.call(sampling.call(x));
            Tensor image = Laws.Input(type, rows, columns);
            Assert.True(Torus.Commutes(F, type, type, image));
            EquivarianceAssert.GradientsCommute(F, type, type, image, EquivarianceOptions.Exact);
        }
    }

    [Fact]
    public void Samples_return_to_their_places_and_zeros_stand_between()
    {
        using PolyphaseSampling sampling = new(One, 2);
        using PolyphaseUpsampling upsampling = new(One, sampling);
        Tensor x = tensor(new double[] { 1, 2, 3, 9, 1, 0, 1, 2 }, [1, 1, 2, 4]);
        Tensor y = upsampling.call(sampling.call(x));
        Assert.Equal([0, 2, 0, 9, 0, 0, 0, 0], y.data<double>().ToArray());
        Assert.True(Examples.Same(sampling.call(x), sampling.Sample(y, sampling.LastChoice!)));
    }

    [Fact]
    public void The_fields_may_be_others_than_those_that_were_sampled()
    {
        FieldType regular = FieldType.Regular(PlaneGroup.P4m, 1);
        using PolyphaseSampling sampling = new(One, 2);
        using PolyphaseUpsampling upsampling = new(regular, sampling);
        sampling.call(zeros(3, 1, 4, 6));
        Assert.Equal([3, 8, 4, 6], upsampling.call(zeros(3, 8, 2, 3)).shape);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        using PolyphaseSampling sampling = new(One, 2);
        using PolyphaseUpsampling upsampling = new(One, sampling);
        Messages.Say<ArgumentException>(
            () => new PolyphaseUpsampling(FieldType.Trivial(PlaneGroup.P4, 1), sampling), "PolyphaseUpsampling", "different plane groups");
        Messages.Say<InvalidOperationException>(() => upsampling.call(zeros(1, 1, 2, 2)), "PolyphaseUpsampling", "no image has gone");
        sampling.call(zeros(1, 1, 4, 4));
        Messages.Say<ArgumentException>(() => upsampling.call(zeros(1, 1, 2, 3)), "PolyphaseUpsampling", "2 x 2", "2 x 3", "keep the size");
        Messages.Say<ArgumentException>(() => upsampling.call(zeros(2, 1, 2, 2)), "PolyphaseUpsampling", "1 images", "these are 2.");
    }
}
