using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Four stages of stride 2 on circular images of 64 x 64: the logits of every moved image are those of the image.</summary>
public class PolyphaseNetLaws
{
    private static readonly PlaneGroup G = PlaneGroup.P4m;

    [Fact]
    public void Logits_are_identical_under_shifts_and_under_D4()
    {
        using DisposeScope scope = NewDisposeScope();
        using EquivariantSequential net = Net(type => new PolyphaseSampling(type));
        Tensor moved = Moved(out int count), logits = net.call(moved);
        Assert.Equal([count, 5], logits.shape);
        Assert.All(Enumerable.Range(0, count), i => Assert.True(Examples.Same(logits[0], logits[i])));

        // Not because there is nothing to see: another image has other logits, and no logit is zero.
        Assert.False(Examples.Same(logits[0], net.call(Laws.Input(FieldType.Trivial(G, 1), 64, 64, 1, 2))[0]));
        Assert.True((bool)logits.ne(0).all());
    }

    [Fact]
    public void With_windows_from_a_corner_they_are_not()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (Func<FieldType, EquivariantModule> stage in new Func<FieldType, EquivariantModule>[]
        {
            type => new MaxPooling(type, 2), type => new AveragePooling(type, 2), type => new MaxPooling(type, 1, 2),
        })
        {
            using EquivariantSequential net = Net(stage);
            Tensor logits = net.call(Moved(out int count));
            Assert.Contains(Enumerable.Range(0, count), i => !Examples.Same(logits[0], logits[i]));
        }
    }

    [Fact]
    public void An_encoder_and_decoder_commutes_with_every_shift_and_point_element()
    {
        FieldType image = FieldType.Trivial(G, 1), fields = FieldType.Regular(G, 1);
        using PolyphaseSampling first = new(fields), second = new(fields);
        using EquivariantSequential net = new EquivariantSequential(
            Circular(image, fields), PointwiseNonlinearity.ReLU(fields), first,
            Circular(fields, fields), PointwiseNonlinearity.ReLU(fields), second,
            Circular(fields, fields),
            new PolyphaseUpsampling(fields, second), Circular(fields, fields),
            new PolyphaseUpsampling(fields, first), Circular(fields, image)).WithIntegers(size: 1);
        Tensor x = Laws.Input(image, 8, 12);
        Assert.True(Torus.Commutes(net.call, image, image, x));
        Assert.False(Torus.Commutes(y => net.call(y).slice(2, 0, y.size(2), 2).slice(3, 0, y.size(3), 2)
            .flatten(2).repeat(1, 1, 4).reshape(y.shape), image, image, x));
    }

    [Fact]
    public void Zeros_put_at_a_fixed_phase_are_refused()
    {
        FieldType fields = FieldType.Regular(G, 1);
        using PolyphaseSampling sampling = new(fields);
        using PolyphaseUpsampling upsampling = new(fields, sampling);
        Tensor x = Laws.Input(fields, 8, 12);
        Assert.True(Torus.Commutes(y => upsampling.call(sampling.call(y)), fields, fields, x));
        Assert.False(Torus.Commutes(
            y => upsampling.Upsample(sampling.call(y), new PolyphaseChoice([0, 0], (int)y.size(2), (int)y.size(3))), fields, fields, x));
    }

    private static Convolution Circular(FieldType input, FieldType output) =>
        new(input, output, Stencil.Square(3), padding: 1, bias: false, paddingMode: PaddingModes.Circular);

    private static EquivariantSequential Net(Func<FieldType, EquivariantModule> stage)
    {
        FieldType image = FieldType.Trivial(G, 1), fields = FieldType.Regular(G, 1), logits = FieldType.Trivial(G, 5);
        List<EquivariantModule> layers = [];
        foreach (FieldType input in new[] { image, fields, fields, fields })
        {
            layers.AddRange([Circular(input, fields), PointwiseNonlinearity.ReLU(fields), stage(fields)]);
        }

        return new EquivariantSequential(
            [.. layers, Circular(fields, logits), new SpatialPooling(logits)]).WithIntegers(size: 1);
    }

    /// <summary>The image; its turns and reflections; and of each of these 4 shifts drawn from the 4096.</summary>
    private static Tensor Moved(out int count)
    {
        FieldType type = FieldType.Trivial(G, 1);
        Tensor x = Laws.Input(type, 64, 64, 1);
        Random random = new(64);
        Tensor[] all =
        [
            x,
            .. from h in Enumerable.Range(0, 8)
               from shift in Enumerable.Range(0, 4).Select(_ => new LatticePoint(random.Next(64), random.Next(64))).Prepend(new(0, 0))
               select x.Transform(type, G.Element(shift, h)),
        ];
        count = all.Length;
        return cat(all, 0);
    }
}
