using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Distributed.Tests;

/// <summary>Answers of the exchange of gradients, in whole numbers, so that every sum is exact.</summary>
internal static class GradientAnswers
{
    public static IEnumerable<(string Name, double Value)> Of(Communicator all)
    {
        // Ranks 1, 2, ... multiply by 1, 2, ...; the sum over them is what one process would have of all.
        double total = all.Size * (all.Size + 1) / 2;
        using var net = new Chain();
        using var exchange = new MpiExchange(all, bucketBytes: 1);
        exchange.Attach(net);
        yield return ("start of process 0", net.First.weight.sum().item<double>());

        net.Frozen.weight.requires_grad = false;
        Backward(net, exchange, all.Rank + 1);
        yield return ("first", Gradient(net.First) / total);
        yield return ("twice used", Gradient(net.Twice) / total);
        yield return ("last", Gradient(net.Last) / total);
        yield return ("frozen has none", net.Frozen.weight.grad is null ? 1 : 0);
        yield return ("unused has none", net.Unused.weight.grad is null ? 1 : 0);
        yield return ("early", exchange.Cost.Early);

        // A gradient of zeros, as zero_grad leaves it, is none.
        foreach (Parameter parameter in net.parameters())
            parameter.grad?.zero_();
        Backward(net, exchange, all.Rank + 1);
        yield return ("first again", Gradient(net.First) / total);
        yield return ("early again", exchange.Cost.Early);

        // What was accumulated before the last pass of a step counts too.
        Backward(net, null, 1);
        foreach (Parameter parameter in net.parameters())
            parameter.grad?.zero_();
        Backward(net, null, all.Rank + 1);
        Backward(net, exchange, all.Rank + 1);
        yield return ("accumulated", Gradient(net.First) / total);

        // Only process 0 uses it: all get its gradient.
        foreach (Parameter parameter in net.parameters())
            parameter.grad = null;
        net.UsesAll = all.Rank == 0;
        Backward(net, exchange, 1);
        yield return ("used by process 0", Gradient(net.Unused) / (double)net.First.weight.sum().item<double>());
        yield return ("most sums of a bucket", exchange.BucketSums.Max());
        yield return ("least sums of a bucket", exchange.BucketSums.Min());
        yield return ("steps", exchange.Cost.Steps);
        yield return ("sum of a number", exchange.Sum(all.Rank + 1) / total);

        string refused = "";
        try
        {
            using var other = nn.Linear(1, 1 + all.Rank);
            exchange.Attach(other);
        }
        catch (ArgumentException bad)
        {
            refused = bad.Message;
        }

        yield return ("another net is refused", refused.StartsWith(
            "Process 1 built another net than process 0; all must train the same.", StringComparison.Ordinal) ? 1 : 0);
    }

    private static void Backward(Chain net, MpiExchange? exchange, double factor)
    {
        using var scope = NewDisposeScope();
        Tensor loss = net.call(ones(1, 1, ScalarType.Float64).requires_grad_()).sum() * factor;
        exchange?.Begin();
        loss.backward();
        exchange?.Finish();
    }

    private static double Gradient(Linear layer) => layer.weight.grad is { } gradient ? gradient.sum().item<double>() : double.NaN;

    /// <summary>Products of single numbers: first, one that is used twice, one that is frozen, the last; one is not used.</summary>
    private sealed class Chain : nn.Module<Tensor, Tensor>
    {
        public Chain()
            : base(nameof(Chain))
        {
            First = Number(2);
            Twice = Number(3);
            Frozen = Number(5);
            Unused = Number(7);
            Last = Number(11);
            RegisterComponents();
        }

        public Linear First { get; }

        public Linear Twice { get; }

        public Linear Frozen { get; }

        public Linear Unused { get; }

        public Linear Last { get; }

        public bool UsesAll { get; set; }

        public override Tensor forward(Tensor input)
        {
            Tensor x = Twice.call(First.call(input));
            x = Last.call(Frozen.call(Twice.call(x)));
            return UsesAll ? x + Unused.call(First.call(input)) : x;
        }

        // Process 0's is the number; all get it when the net is attached.
        private static Linear Number(double value)
        {
            Linear layer = nn.Linear(1, 1, hasBias: false, dtype: ScalarType.Float64);
            using IDisposable noGrad = no_grad();
            layer.weight.fill_(value + Distributed.Launch.Current.Rank);
            return layer;
        }
    }
}
