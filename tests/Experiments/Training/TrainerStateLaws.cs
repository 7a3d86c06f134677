using System.Text.Json.Nodes;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Training;

/// <summary>A training that is stopped and goes on is the training that was not, bit for bit, at every step.</summary>
[Collection(RandomCollection.Name)]
public sealed class TrainerStateLaws
{
    private const int Epochs = 3;

    private static readonly TrainingConfig Plain = new() { Epochs = Epochs, Batch = 5, Seed = 3 };

    private static readonly Dictionary<string, TrainingConfig> Configs = new(StringComparer.Ordinal)
    {
        ["adamw, one-cycle"] = Plain,
        ["adamw, cosine, clipped"] = Plain with { Schedule = new CosineSchedule(0.2), Clip = 0.05 },
        ["adamw, averaged"] = Plain with { Ema = new WeightAverage(0.9), ClassWeights = ClassWeighting.None },
        ["adamw, stopped early"] = Plain with { Epochs = 9, EarlyStopping = new EarlyStopping(2, Metric.Loss), Ema = new WeightAverage(0.5) },
        ["sgd, one-cycle"] = Plain with { Optimizer = new SgdConfig(Nesterov: true) },
        ["sgd, steps down"] = Plain with { Optimizer = new SgdConfig(), Schedule = new StepSchedule(1, 0.5, 0.2) },
        ["sgd without momentum, constant"] = Plain with { Optimizer = new SgdConfig(Momentum: 0), Schedule = new ConstantSchedule(0.3) },
    };

    public static TheoryData<string> Names => [.. Configs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Going_on_from_any_step_ends_as_if_it_had_not_stopped(string name)
    {
        using var whole = new MadeProblem(Configs[name]);
        whole.Run();
        Assert.True(whole.Trainer.Finished);
        for (int step = 0; step <= Epochs * MadeProblem.Steps; step++)
        {
            using var scope = NewDisposeScope();
            using var before = new MadeProblem(Configs[name]);
            before.Run(step);
            Assert.Equal(step, before.Trainer.StepsDone);
            TrainerState kept = MadeProblem.Copy(before.Trainer.State());
            before.Run();
            using var after = new MadeProblem(Configs[name]);
            after.Run(1);
            after.Trainer.Restore(kept);
            Assert.Equal(step, after.Trainer.StepsDone);
            after.Run();
            Assert.True(whole.State == after.State && whole.State == before.State, $"{name}: from step {step}");
        }
    }

    [Theory]
    [InlineData("optimizer.first.weight.exp_avg")]
    [InlineData("optimizer.first.weight.exp_avg_sq")]
    [InlineData("net.norm.running_mean")]
    [InlineData("net.last.bias")]
    [InlineData("random")]
    public void A_state_of_which_one_tensor_is_another_ends_elsewhere(string name)
    {
        using var scope = NewDisposeScope();
        using var whole = new MadeProblem(Plain);
        whole.Run(4);
        TrainerState kept = MadeProblem.Copy(whole.Trainer.State());
        whole.Run();
        using var fresh = new MadeProblem(Plain with { Seed = 5 });
        fresh.Run(2);
        kept = kept with { Tensors = new Dictionary<string, Tensor>(kept.Tensors, StringComparer.Ordinal) { [name] = fresh.Trainer.State().Tensors[name] } };
        using var after = new MadeProblem(Plain);
        after.Trainer.Restore(kept);
        after.Run();
        Assert.NotEqual(whole.State, after.State);
    }

    [Fact]
    public void Tensors_have_the_names_of_the_net()
    {
        using var problem = new MadeProblem(Configs["adamw, stopped early"]);
        problem.Run(Epochs * MadeProblem.Steps);
        string[] parts = [.. problem.Trainer.State().Tensors.Keys.Where(key => key.EndsWith("first.weight", StringComparison.Ordinal))];
        Assert.Equal(["net.first.weight", "ema.first.weight", "best.first.weight"], parts);
        using var moving = new MadeProblem(Configs["sgd, one-cycle"]);
        Assert.DoesNotContain(moving.Trainer.State().Tensors.Keys, key => key.StartsWith("optimizer.", StringComparison.Ordinal));
        moving.Run(1);
        Assert.Contains("optimizer.last.bias.momentum_buffer", moving.Trainer.State().Tensors.Keys);
    }

    [Fact]
    public void The_average_is_that_of_the_weights_and_of_the_running_statistics()
    {
        using var scope = NewDisposeScope();
        using var problem = new MadeProblem(Plain with { Ema = new WeightAverage(0.3) });
        Dictionary<string, Tensor> expected = Copy(problem);
        for (int step = 0; step < 4; step++)
        {
            problem.Run(1);
            double decay = Math.Min(0.3, (1.0 + step) / (10.0 + step));
            foreach ((string name, Tensor now) in Copy(problem))
                expected[name] = now.is_floating_point() ? expected[name].mul(decay).add(now, 1 - decay) : now;
        }

        TrainerState state = problem.Trainer.State();
        Assert.Contains("norm.running_var", expected.Keys);
        Assert.All(expected, pair => Assert.Equal(MadeProblem.Bits(pair.Value), MadeProblem.Bits(state.Tensors[$"ema.{pair.Key}"])));
        Assert.NotEqual(MadeProblem.Bits(state.Tensors["net.norm.running_var"]), MadeProblem.Bits(state.Tensors["ema.norm.running_var"]));
    }

    [Fact]
    public void What_is_measured_is_the_average_and_training_goes_on_with_its_own_weights()
    {
        using var problem = new MadeProblem(Plain with { Ema = new WeightAverage(0.3) });
        List<string> seen = [];
        problem.Run(validate: () =>
        {
            seen.Add(problem.Weights);
            return MadeProblem.Validation(0);
        });
        string own = problem.Weights;
        using (problem.Trainer.Measured())
            Assert.Equal(seen[^1], problem.Weights);
        Assert.NotEqual(own, seen[^1]);
        Assert.Equal(own, problem.Weights);
    }

    [Fact]
    public void Early_stopping_ends_with_the_weights_of_the_best_epoch()
    {
        using var problem = new MadeProblem(Plain with { Epochs = 9, EarlyStopping = new EarlyStopping(2, Metric.Loss) });
        List<string> seen = [];
        problem.Run(validate: () =>
        {
            seen.Add(problem.Weights);
            return MadeProblem.Validation(seen.Count - 1);
        });
        Assert.Equal((4, true), (problem.Trainer.EpochsDone, problem.Trainer.Finished));
        using (problem.Trainer.Measured())
            Assert.Equal(seen[1], problem.Weights);
        using var scope = NewDisposeScope();
        IReadOnlyDictionary<string, Tensor> kept = MadeProblem.Copy(problem.Trainer.State()).Measured;
        Assert.Equal(seen[1], string.Join('\n', kept.Select(t => $"{t.Key} {MadeProblem.Bits(t.Value)}")));
    }

    [Fact]
    public void Early_stopping_by_what_is_not_measured_is_one_sentence()
    {
        using var problem = new MadeProblem(Plain with { EarlyStopping = new EarlyStopping(2, Metric.Rmse) });
        var hooks = new TrainingHooks { Validate = () => MadeProblem.Validation(0) };
        Assert.Equal(
            "Early stopping looks at 'rmse', which is not measured here; there are loss, accuracy.",
            Assert.Throws<UsageException>(() => problem.Trainer.Train(hooks, CancellationToken.None)).Message);
    }

    [Fact]
    public void A_clipped_gradient_makes_a_step_of_that_length()
    {
        TrainingConfig config = Plain with { Optimizer = new SgdConfig(1, 0, 0), Schedule = new ConstantSchedule(), Clip = 0.01 };
        Assert.InRange(Moved(config), 0.0099, 0.0101);
        Assert.True(Moved(config with { Clip = null }) > 0.05);
    }

    [Fact]
    public void Checkpoints_come_after_epochs_and_when_the_time_has_passed_and_when_it_is_stopped()
    {
        using var problem = new MadeProblem(Plain);
        List<string> kept = [];
        var hooks = new TrainingHooks { Checkpoint = state => kept.Add($"{state.Progress["epoch"]}.{state.Progress["step"]}") };
        problem.Trainer.RunEpoch(hooks, CancellationToken.None);
        problem.Trainer.RunEpoch(hooks with { CheckpointEvery = TimeSpan.Zero }, CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => problem.Trainer.RunEpoch(hooks, new CancellationToken(canceled: true)));
        Assert.Equal(["1.0", "1.1", "1.2", "2.0", "2.0"], kept);
    }

    [Fact]
    public void States_that_do_not_fit_are_refused_and_change_nothing()
    {
        using var scope = NewDisposeScope();
        using var one = new MadeProblem(Plain);
        one.Run(4);
        TrainerState good = MadeProblem.Copy(one.Trainer.State());
        Spoilt(good, _ => { }, "it is of a training with another configuration", Plain with { Clip = 1 });
        Spoilt(good, t => t.Remove("net.last.bias"), "it has no 'net.last.bias'");
        Spoilt(good, t => t["net.last.bias"] = zeros(4), "its 'net.last.bias' is Float32 [4], where Float32 [3] is needed");
        Spoilt(good, t => t["net.last.bias"] = zeros(3, ScalarType.Float64), "its 'net.last.bias' is Float64 [3], where Float32 [3] is needed");
        Spoilt(good, t => t.Remove("optimizer.last.bias.exp_avg"), "it has no 'optimizer.last.bias.exp_avg'");
        Spoilt(good, t => t["ema.x"] = zeros(1), "its 'ema.x' belongs to nothing");
        Refused(good, p => p["step"] = 9, "it is at step 9 of 3 of epoch 2, where there are 3 epochs of 3 steps");
        Refused(good, p => p["epoch"] = -1, "its epoch is -1 where a whole number belongs");
        Refused(good, p => p["lossSum"] = "much", "it has \"much\" where a number belongs");
        Refused(good, p => p["history"] = 3, "its description of the training is not as it should be");
        Refused(good, p => p["history"] = new JsonArray(), "it has the history of 0 epochs after 1");
        Refused(good, p => p["optimizerSteps"] = new JsonArray(1L), "its optimiser is another one");
    }

    private static void Refused(TrainerState good, Action<JsonObject> spoil, string words)
    {
        TrainerState bad = MadeProblem.Copy(good);
        spoil(bad.Progress);
        Refuse(bad, words, Plain);
    }

    private static void Spoilt(TrainerState good, Action<Dictionary<string, Tensor>> spoil, string words, TrainingConfig? config = null)
    {
        TrainerState bad = MadeProblem.Copy(good);
        spoil((Dictionary<string, Tensor>)bad.Tensors);
        Refuse(bad, words, config ?? Plain);
    }

    private static void Refuse(TrainerState bad, string words, TrainingConfig config)
    {
        using var problem = new MadeProblem(config);
        string before = problem.State;
        Assert.Equal(words, Assert.Throws<InvalidDataException>(() => problem.Trainer.Restore(bad)).Message);
        Assert.Equal(before, problem.State);
    }

    private static double Moved(TrainingConfig config)
    {
        using var scope = NewDisposeScope();
        using var problem = new MadeProblem(config);
        Tensor[] before = [.. problem.Net.parameters().Select(p => p.detach().clone())];
        problem.Run(1);
        return Math.Sqrt(problem.Net.parameters().Zip(before, (now, was) => now.detach().sub(was).pow(2).sum().item<float>()).Sum());
    }

    private static Dictionary<string, Tensor> Copy(MadeProblem problem) =>
        problem.Net.state_dict().ToDictionary(t => t.Key, t => t.Value.detach().clone(), StringComparer.Ordinal);
}
