using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Training.Configuration;

public sealed class ScheduleLaws
{
    [Theory]
    [InlineData(2, 0.3)]
    [InlineData(7, 0.3)]
    [InlineData(60, 0.3)]
    [InlineData(41, 0.05)]
    [InlineData(30, 0)]
    public void One_cycle_is_that_of_the_engine_at_every_step(int steps, double warmup)
    {
        using nn.Module<Tensor, Tensor> net = nn.Linear(2, 2);
        using var optimizer = optim.AdamW(net.parameters(), 0.03);
        optim.lr_scheduler.LRScheduler engine = optim.lr_scheduler.OneCycleLR(optimizer, 0.03, total_steps: steps, pct_start: warmup);
        var schedule = new OneCycleSchedule(warmup);
        for (int step = 0; step < steps; step++)
        {
            optim.ILearningRateController group = optimizer.ParamGroups.Single();
            Assert.Equal(group.LearningRate, schedule.Rate(0.03, At(step, steps)), 1e-15);
            Assert.Equal(((optim.IBetas)group).Betas.Item1, schedule.Momentum(At(step, steps))!.Value, 1e-15);
            engine.step();
        }
    }

    [Fact]
    public void One_cycle_may_leave_the_momentum_alone() => Assert.Null(new OneCycleSchedule(CycleMomentum: false).Momentum(At(3, 10)));

    [Fact]
    public void Cosine_rises_in_a_line_then_falls_along_half_a_wave_to_its_floor()
    {
        var schedule = new CosineSchedule(Warmup: 0.2, Floor: 0.1);
        Assert.Equal([0.5, 1.0], Enumerable.Range(0, 2).Select(step => schedule.Rate(1, At(step, 10))));
        Assert.Equal(1, schedule.Rate(1, At(2, 10)), 12);
        Assert.Equal(0.1 + (0.9 / 2), schedule.Rate(1, At(6, 10)), 12);
        Assert.InRange(schedule.Rate(1, At(9, 10)), 0.1, 0.15);
        Assert.Equal(0.1, schedule.Rate(1, At(10, 10)), 12);
    }

    [Fact]
    public void Steps_go_down_by_a_factor_each_so_many_epochs() => Assert.Equal(
        [0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.2],
        Enumerable.Range(0, 9).Select(step => new StepSchedule(2, 0.5).Rate(0.8, new SchedulePosition(step, 20, 2))));

    [Fact]
    public void Constant_is_constant_after_its_rise() => Assert.Equal(
        [0.25, 0.5, 0.75, 1.0, 1.0, 1.0], Enumerable.Range(0, 6).Select(step => new ConstantSchedule(0.5).Rate(1, At(step, 8))));

    [Fact]
    public void The_average_forgets_its_start_soon() => Assert.Equal(
        [0.1, 2.0 / 11, 0.5, 0.9], new long[] { 0, 1, 8, 1000 }.Select(new WeightAverage(0.9).DecayAt));

    private static SchedulePosition At(long step, long steps) => new(step, steps, 1);
}
