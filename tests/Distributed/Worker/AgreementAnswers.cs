using GCnn.Groups;
using GCnn.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Distributed.Tests;

/// <summary>How far the weights of processes that train together are from those of one process on the union of their batches.</summary>
internal static class AgreementAnswers
{
    private const int Steps = 20;
    private const int Classes = 3;
    private const int Side = 17;
    private const int Images = 48;

    private static readonly float[] Weights = [0.5f, 1, 2];

    public static IEnumerable<(string Name, double Value)> Of(Communicator all)
    {
        foreach (string group in (string[])["p4m", "p6m"])
        {
            byte[][] alone = Trained(group, ScalarType.Float32, null, Alone.Instance);
            yield return ($"{group} moved", Difference(alone, Weigh(group, ScalarType.Float32)));
            byte[][] together = Together(all, group, ScalarType.Float32);
            yield return ($"{group} float32", Difference(alone, together));
            yield return ($"{group} not overlapped", Difference(together, Together(all, group, ScalarType.Float32, overlapped: false)));
            yield return ($"{group} processes", Spread(all, together));
            yield return ($"{group} float64", Difference(
                Trained(group, ScalarType.Float64, null, Alone.Instance), Together(all, group, ScalarType.Float64)));
        }

        yield return ("without common statistics", Difference(
            Trained("p4m", ScalarType.Float32, null, Alone.Instance), Together(all, "p4m", ScalarType.Float32, statistics: false)));
    }

    private static byte[][] Together(
        Communicator all, string group, ScalarType type, bool overlapped = true, bool statistics = true)
    {
        using var exchange = new MpiExchange(all, bucketBytes: 256, overlapped);
        return Trained(group, type, all.Rank, exchange, statistics);
    }

    /// <summary>Weights and statistics after some steps on the images of a rank, or on all.</summary>
    private static byte[][] Trained(string group, ScalarType type, int? rank, IGradientExchange exchange, bool statistics = true)
    {
        using var scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> net = Net(PlaneGroup.Named(group), type);
        exchange.Attach(net);
        if (!statistics)
        {
            foreach (FieldBatchNorm norm in net.modules().OfType<FieldBatchNorm>())
                norm.Reducer = null;
        }

        var optimizer = optim.AdamW(net.parameters(), 0.01, weight_decay: 0.01);
        Tensor weights = tensor(Weights).to(type);
        for (int step = 0; step < Steps; step++)
        {
            using var inner = NewDisposeScope();
            int[] batch = [.. Batch(step).Where(image => rank is null || image % 7 % exchange.Ranks == rank)];
            exchange.Idle = batch.Length == 0;
            int[] shown = exchange.Idle ? [0] : batch;
            Tensor classes = tensor([.. shown.Select(image => (long)image % Classes)]);
            Tensor images = Pictures(PlaneGroup.Named(group), shown).to(type);
            optimizer.zero_grad();
            Tensor loss = nn.functional.cross_entropy(net.call(images), classes, weights, reduction: nn.Reduction.Sum);
            double weight = exchange.Idle ? 0 : batch.Sum(image => Weights[image % Classes]);
            loss = loss * (exchange.Idle ? 0 : 1) / exchange.Sum(weight);
            exchange.Begin();
            loss.backward();
            exchange.Finish();
            optimizer.step();
        }

        return [.. net.state_dict().Values.Select(value => value.detach().to(ScalarType.Float64).contiguous().bytes.ToArray())];
    }

    /// <summary>The batches of one process: eight images, now and then so few that some rank has none.</summary>
    private static IEnumerable<int> Batch(int step) => step % 5 == 4
        ? [step % Images, (step + 7) % Images]
        : Enumerable.Range(0, 8).Select(i => ((step * 8) + (i * 5)) % Images).Distinct();

    private static byte[][] Weigh(string group, ScalarType type)
    {
        using var scope = NewDisposeScope();
        return [.. Net(PlaneGroup.Named(group), type).state_dict().Values.Select(
            value => value.detach().to(ScalarType.Float64).contiguous().bytes.ToArray())];
    }

    private static nn.Module<Tensor, Tensor> Net(PlaneGroup group, ScalarType type)
    {
        using var generator = new Generator(1);
        FieldType image = FieldType.Trivial(group, 3), few = FieldType.Regular(group, 2), many = FieldType.Regular(group, 3);
        Stencil large = group.Lattice is HexagonalLattice ? Stencil.Hexagon(2) : Stencil.Square(5);
        Stencil small = group.Lattice is HexagonalLattice ? Stencil.Hexagon(1) : Stencil.Square(3);
        var features = new EquivariantSequential(
            new Convolution(image, few, large, stride: 2, padding: 2, bias: false, generator: generator),
            new FieldBatchNorm(few),
            PointwiseNonlinearity.ReLU(few),
            new Convolution(few, many, small, padding: 1, bias: false, generator: generator),
            new FieldBatchNorm(many),
            PointwiseNonlinearity.ReLU(many),
            new GroupPooling(many, PoolingKind.Mean),
            new SpatialPooling(FieldType.Trivial(group, 3)));
        var classifier = nn.Linear(3, Classes);
        using (no_grad())
        {
            classifier.weight.uniform_(-0.5, 0.5, generator);
            classifier.bias!.zero_();
        }

        nn.Module<Tensor, Tensor> net = nn.Sequential(("features", features), ("classifier", classifier));
        return net.to(type);
    }

    private static Tensor Pictures(PlaneGroup group, int[] images)
    {
        Tensor all = stack([.. images.Select(Picture)]);
        return group.Lattice is HexagonalLattice ? new Actions.HexagonMask().Apply(all) : all;
    }

    private static Tensor Picture(int image)
    {
        using var generator = new Generator((ulong)image + 100);
        Tensor picture = rand([3, Side, Side], generator: generator);
        picture[image % Classes] += 0.3;
        return picture;
    }

    /// <summary>The largest difference of two numbers, of numbers above 1 in parts of them.</summary>
    private static double Difference(byte[][] first, byte[][] second) =>
        first.Zip(second).Max(pair => Numbers(pair.First).Zip(Numbers(pair.Second)).Max(two =>
            Math.Abs(two.First - two.Second) / Math.Max(1, Math.Abs(two.First))));

    private static double[] Numbers(byte[] bytes) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(bytes).ToArray();

    /// <summary>How many processes have other weights than process 0, to the last bit.</summary>
    private static double Spread(Communicator all, byte[][] weights)
    {
        IReadOnlyList<string> hashes = all.Share(
            Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([.. weights.SelectMany(bytes => bytes)])));
        return hashes.Count(hash => hash != hashes[0]);
    }
}
