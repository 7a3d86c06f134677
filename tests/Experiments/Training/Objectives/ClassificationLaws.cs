using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Training.Objectives;

public sealed class ClassificationLaws
{
    private static readonly int[] Counts = [700, 231, 85];

    [Theory]
    [InlineData(ClassWeighting.Balanced)]
    [InlineData(ClassWeighting.None)]
    public void The_quotient_of_the_sums_is_the_mean_of_the_engine_bit_for_bit(ClassWeighting weighting)
    {
        using var scope = NewDisposeScope();
        using var objective = new Classification(Counts, weighting);
        Tensor? weights = weighting == ClassWeighting.None ? null : tensor(ClassWeights.Balanced(Counts));
        foreach (int batch in (int[])[1, 2, 17, 64, 300])
        {
            (Tensor output, Tensor classes) = Batch(batch);
            (Tensor sum, double weight) = objective.Loss(output, classes);
            Tensor mean = nn.functional.cross_entropy(output, classes, weights);
            Assert.Equal(mean.item<float>(), sum.div(weight).item<float>());
            Assert.Equal(Gradient(output, mean), Gradient(output, sum.div(weight)));
        }
    }

    [Fact]
    public void Parts_of_a_batch_add_up_to_it()
    {
        using var scope = NewDisposeScope();
        using var objective = new Classification(Counts);
        (Tensor output, Tensor classes) = Batch(30);
        (Tensor sum, double weight) = objective.Loss(output, classes);
        (Tensor first, double some) = objective.Loss(output.narrow(0, 0, 7), classes.narrow(0, 0, 7));
        (Tensor second, double others) = objective.Loss(output.narrow(0, 7, 23), classes.narrow(0, 7, 23));
        Assert.Equal(weight, some + others, 1e-4);
        Assert.Equal(sum.item<float>(), first.item<float>() + second.item<float>(), 1e-4);
    }

    [Fact]
    public void Answers_are_probabilities()
    {
        using var scope = NewDisposeScope();
        using var objective = new Classification(Counts);
        Tensor answer = objective.Answer(Batch(9).Output.detach());
        Assert.All(answer.sum(1).data<float>().ToArray(), one => Assert.Equal(1, one, 1e-6));
    }

    private static (Tensor Output, Tensor Classes) Batch(int count)
    {
        using var generator = new Generator((ulong)count);
        Tensor output = randn([count, 3], generator: generator);
        output.requires_grad = true;
        return (output, tensor([.. Enumerable.Range(0, count).Select(i => (long)(i * i % 3))]));
    }

    private static string Gradient(Tensor output, Tensor loss)
    {
        output.grad?.zero_();
        loss.backward();
        return Convert.ToHexString(output.grad!.bytes);
    }
}
