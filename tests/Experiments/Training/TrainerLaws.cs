using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Training;

public sealed class TrainerLaws
{
    [Fact]
    public void The_same_seed_gives_the_same_weights_bit_by_bit()
    {
        using var first = new MadeTraining(seed: 4);
        using var second = new MadeTraining(seed: 4);
        first.Run(2);
        second.Run(2);
        Assert.Equal(first.State, second.State);
        Assert.Equal(first.Predictions, second.Predictions);
    }

    [Fact]
    public void On_hexagons_too_the_same_seed_gives_the_same_weights_and_another_group_others()
    {
        using var first = new MadeTraining(group: PlaneGroup.P6);
        using var second = new MadeTraining(group: PlaneGroup.P6);
        using var other = new MadeTraining(group: PlaneGroup.P6m);
        first.Run(2);
        second.Run(2);
        other.Run(2);
        Assert.Equal(first.State, second.State);
        Assert.Equal(first.Predictions, second.Predictions);
        Assert.NotEqual(first.Predictions, other.Predictions);
    }

    [Fact]
    public void Another_seed_gives_other_weights()
    {
        using var first = new MadeTraining(seed: 4);
        using var second = new MadeTraining(seed: 5);
        Assert.NotEqual(first.State, second.State);
    }

    [Fact]
    public void A_run_that_was_saved_and_loaded_ends_as_one_that_was_not()
    {
        using var whole = new MadeTraining();
        double[] losses = whole.Run(3);
        using var before = new MadeTraining();
        before.Run(1);
        using var after = new MadeTraining();
        after.Load(before.Saved());
        Assert.Equal(1, after.Trainer.EpochsDone);
        Assert.Equal(before.Trainer.Seconds, after.Trainer.Seconds);
        Assert.Equal(losses[1..], after.Run(2));
        Assert.Equal(whole.State, after.State);
        Assert.Equal(whole.Predictions, after.Predictions);
    }

    [Fact]
    public void Looking_at_predictions_between_epochs_changes_nothing()
    {
        using var looked = new MadeTraining();
        using var straight = new MadeTraining();
        looked.Run(1);
        _ = looked.Predictions;
        looked.Run(1);
        straight.Run(2);
        Assert.Equal(straight.State, looked.State);
    }

    [Fact]
    public void Another_schedule_makes_another_second_epoch()
    {
        using var one = new MadeTraining();
        using var other = new MadeTraining(epochs: 4);
        one.Run(2);
        other.Run(2);
        Assert.NotEqual(one.State, other.State);
    }

    [Fact]
    public void The_loss_goes_down_on_colours()
    {
        using var training = new MadeTraining(epochs: 24, learningRate: 0.05);
        double[] losses = training.Run(24);
        Assert.True(losses[^1] < 0.5 * losses[0], string.Join(" ", losses));
    }

    [Fact]
    public void The_loss_stays_where_it_is_without_a_learning_rate()
    {
        using var training = new MadeTraining(epochs: 12, learningRate: 1e-12);
        double[] losses = training.Run(12);
        Assert.InRange(losses[^1], 0.8 * losses[0], 1.2 * losses[0]);
    }

    [Fact]
    public void A_stopped_epoch_does_not_count()
    {
        using var training = new MadeTraining();
        Assert.Throws<OperationCanceledException>(() => training.Trainer.RunEpoch(TrainingHooks.None, new CancellationToken(canceled: true)));
        Assert.Equal(0, training.Trainer.EpochsDone);
    }

    [Fact]
    public void A_training_that_diverges_is_one_sentence()
    {
        using var training = new MadeTraining(epochs: 20, learningRate: 1e30);
        var refusal = Assert.Throws<UsageException>(() => training.Run(20));
        Assert.Matches("^The training diverged: in epoch [0-9]+ the loss is (NaN|∞|Infinity)\\. Try another --seed, or a larger --batch\\.$", refusal.Message);
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p6")]
    public void No_tensor_outlives_its_step(string group)
    {
        using var training = new MadeTraining(epochs: 6, group: PlaneGroup.Named(group));
        training.Run(1);
        using var scope = NewDisposeScope();
        training.Run(5);
        _ = training.Predictions;
        Assert.Equal(0, scope.DisposablesCount);
        _ = zeros(1);
        Assert.Equal(1, scope.DisposablesCount);
    }
}
