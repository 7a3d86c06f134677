using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The filter that evaluation keeps: never stale, however the weights were changed, and not made anew without a cause.</summary>
public class ExpandedFilterCacheLaws
{
    private static readonly FieldType Regular = FieldType.Regular(PlaneGroup.P4m, 1);

    /// <summary>Each way of changing weights that a caller has.</summary>
    private static readonly Dictionary<string, Action<Convolution>> Changes = new()
    {
        ["optimizer step"] = OptimizerStep,
        ["load_state_dict"] = convolution => convolution.load_state_dict(New(8).state_dict()),
        ["add in place"] = Quietly(convolution => convolution.Weight.add_(1)),
        ["a view"] = Quietly(convolution => convolution.Weight.view(-1, 1).narrow(0, 2, 1).fill_(99)),
        ["a detached alias"] = convolution => convolution.Weight.detach()[3] = tensor(77.0),
        ["raw memory"] = convolution => convolution.Weight.bytes[7] ^= 0x40,
        ["zero"] = Quietly(convolution => convolution.Weight.zero_()),
    };

    public static TheoryData<string> Ways => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void After_any_change_of_the_weights_the_output_is_that_of_a_fresh_layer(string way)
    {
        using Convolution convolution = New(7);
        convolution.eval();
        Tensor x = Laws.Input(Regular, 4, 5);
        Tensor before = Evaluate(convolution, x);
        Changes[way](convolution);
        Tensor after = Evaluate(convolution, x);

        using Convolution fresh = New(1);
        fresh.load_state_dict(convolution.state_dict());
        Assert.True(Examples.Same(Evaluate(fresh, x), after));
        Assert.False(Examples.Same(before, after));
    }

    [Fact]
    public void A_conversion_of_the_module_converts_the_filter()
    {
        using Convolution convolution = New(7);
        convolution.eval();
        Tensor x = Laws.Input(Regular, 4, 5);
        Tensor exact = Evaluate(convolution, x);
        convolution.to(ScalarType.Float32);
        Tensor single = Evaluate(convolution, x.@float());
        Assert.Equal(ScalarType.Float32, single.dtype);
        Assert.True(Examples.Same(exact, single.@double()));
        convolution.to(ScalarType.Float64);
        Assert.True(Examples.Same(exact, Evaluate(convolution, x)));
    }

    [Fact]
    public void Loading_a_file_in_evaluation_mode_is_seen_at_once()
    {
        using Convolution convolution = New(7), other = New(8);
        convolution.eval();
        Tensor x = Laws.Input(Regular, 4, 5);
        Evaluate(convolution, x);
        using MemoryStream file = new();
        other.save(file);
        file.Position = 0;
        convolution.load(file);
        Assert.True(Examples.Same(Evaluate(other, x), Evaluate(convolution, x)));
    }

    [Fact]
    public void In_evaluation_mode_with_gradients_the_weights_get_theirs()
    {
        using Convolution convolution = New(7);
        Tensor x = Laws.Input(Regular, 4, 5);
        Tensor inTraining = Gradient(convolution, x);
        convolution.eval();
        Evaluate(convolution, x);
        Assert.True(Examples.Same(inTraining, Gradient(convolution, x)));
        Assert.NotEqual(0, inTraining.abs().sum().item<double>());
    }

    [Fact]
    public void A_frozen_layer_passes_gradients_on_to_its_input()
    {
        using Convolution convolution = New(7);
        Tensor x = Laws.Input(Regular, 4, 5);
        Tensor inTraining = InputGradient(convolution, x);
        convolution.eval();
        convolution.Weight.requires_grad = false;
        Evaluate(convolution, x);
        Assert.True(Examples.Same(inTraining, InputGradient(convolution, x)));
    }

    [Fact]
    public void Unchanged_weights_give_the_same_memory_and_changed_ones_new_memory()
    {
        using Convolution convolution = New(7);
        using GatherExpansion expansion = new(FilterIndexMap.For(convolution.InputType, convolution.OutputType, convolution.Stencil));
        using ExpandedFilterCache cache = new();
        Tensor first = cache.Get(convolution.Weight, expansion);
        Assert.True(Examples.Same(convolution.ExpandedFilter(), first));

        // A mark made in the kept filter shows in the next answer only if nothing was expanded in between.
        using (no_grad())
        {
            first.view(-1).narrow(0, 0, 1).fill_(1234);
        }

        Assert.Equal(1234, cache.Get(convolution.Weight, expansion).view(-1)[0].item<double>());
        Quietly(c => c.Weight.add_(1))(convolution);
        Assert.True(Examples.Same(convolution.ExpandedFilter(), cache.Get(convolution.Weight, expansion)));
    }

    [Fact]
    public void Several_threads_may_evaluate_one_layer()
    {
        using Convolution convolution = New(7), alone = New(7);
        convolution.eval();
        Tensor x = Laws.Input(Regular, 4, 5), expected = Evaluate(alone, x);
        bool[] same = new bool[16];
        Parallel.For(0, same.Length, i => same[i] = Examples.Same(expected, Evaluate(convolution, x)));
        Assert.All(same, Assert.True);
    }

    [Fact]
    public void Weights_that_are_no_numbers_stay_so()
    {
        using Convolution convolution = New(7);
        convolution.eval();
        Quietly(c => c.Weight.fill_(double.NaN))(convolution);
        Tensor x = Laws.Input(Regular, 4, 5);
        Assert.True((bool)Evaluate(convolution, x).isnan().any());
        Assert.True((bool)Evaluate(convolution, x).isnan().any());
    }

    private static Convolution New(long seed)
    {
        Convolution convolution = new(Regular, Regular, Stencil.Square(3), padding: 1);
        return convolution.WithIntegers(seed);
    }

    private static Tensor Evaluate(Convolution convolution, Tensor x)
    {
        using IDisposable noGrad = no_grad();
        return convolution.call(x);
    }

    private static void OptimizerStep(Convolution convolution)
    {
        using SGD optimizer = optim.SGD(convolution.parameters(), 1);
        convolution.call(Laws.Input(Regular, 4, 5)).sum().backward();
        optimizer.step();
    }

    private static Tensor Gradient(Convolution convolution, Tensor x)
    {
        convolution.zero_grad();
        convolution.call(x).pow(2).sum().backward();
        return convolution.Weight.grad!.clone();
    }

    private static Tensor InputGradient(Convolution convolution, Tensor x)
    {
        using Tensor leaf = x.clone().requires_grad_();
        convolution.call(leaf).pow(2).sum().backward();
        return leaf.grad!.clone();
    }

    private static Action<Convolution> Quietly(Action<Convolution> change) => convolution =>
    {
        using IDisposable noGrad = no_grad();
        change(convolution);
    };
}
