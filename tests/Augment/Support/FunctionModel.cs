using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Any function as a model, which counts its calls.</summary>
internal sealed class FunctionModel(Func<Tensor, Tensor> function) : nn.Module<Tensor, Tensor>("function")
{
    public int Calls { get; private set; }

    public override Tensor forward(Tensor input)
    {
        Calls++;
        return function(input);
    }

    /// <summary>Scores of a small net without any symmetry: <c>N x 3 x H x W</c> to <c>N x scores</c>.</summary>
    public static FunctionModel Scores(ScalarType type, int scores = 4, bool integers = false) => new(images =>
    {
        Tensor maps = nn.functional.conv2d(images, Weight([5, 3, 3, 3], 1)).relu();
        maps = nn.functional.conv2d(maps, Weight([scores, 5, 2, 2], 2));
        return integers ? maps.sum([2, 3]) : maps.tanh().mean([2, 3]);

        Tensor Weight(long[] shape, int seed) => Weights(shape, seed, integers).to(type);
    });

    /// <summary>Images of a small net without any symmetry: <c>N x 3 x H x W</c> to <c>N x channels x H x W</c>.</summary>
    public static FunctionModel Images(ScalarType type, int channels, bool integers = false) => new(images =>
    {
        Tensor maps = nn.functional.conv2d(images, Weights([5, 3, 3, 3], 3, integers).to(type), padding: [1, 1]).relu();
        maps = nn.functional.conv2d(maps, Weights([channels, 5, 3, 3], 4, integers).to(type), padding: [1, 1]);
        return integers ? maps : maps.tanh();
    });

    private static Tensor Weights(long[] shape, int seed, bool integers)
    {
        Random random = new(seed);
        double[] values = new double[shape.Aggregate(1L, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = integers ? random.Next(-3, 4) : random.NextDouble() - 0.5;
        }

        return tensor(values).reshape(shape);
    }
}
