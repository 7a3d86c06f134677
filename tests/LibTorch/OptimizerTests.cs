using GCnn.LibTorch.Tests.Oracle;
using TorchSharp.Modules;
using static TorchSharp.torch.optim.lr_scheduler.impl;

namespace GCnn.LibTorch.Tests;

public class OptimizerTests
{
    private const int Steps = 20;

    private static readonly Dictionary<string, Func<Parameter, Parameter, OptimizerHelper>> Optimisers = new()
    {
        ["SGD"] = (p, q) => new SGD(Groups(p, q), 0.05),
        ["SGD momentum"] = (p, q) => new SGD(Groups(p, q), 0.02, momentum: 0.9),
        ["SGD dampening"] = (p, q) => new SGD(Groups(p, q), 0.02, momentum: 0.8, dampening: 0.3, weight_decay: 0.1),
        ["SGD nesterov"] = (p, q) => new SGD(Groups(p, q), 0.02, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        ["SGD maximize"] = (p, q) => new SGD(Groups(p, q, 0.0005), 0.001, momentum: 0.5, maximize: true),
        ["Adam"] = (p, q) => new Adam(AdamGroups(p, q), 0.05),
        ["Adam weight decay"] = (p, q) => new Adam(AdamGroups(p, q), 0.05, 0.8, 0.95, 1e-6, 0.1),
        ["Adam amsgrad"] = (p, q) => new Adam(AdamGroups(p, q), 0.05, amsgrad: true),
        ["AdamW"] = (p, q) => new AdamW(AdamWGroups(p, q), 0.05, weight_decay: 0.1),
        ["AdamW amsgrad"] = (p, q) => new AdamW(AdamWGroups(p, q), 0.05, weight_decay: 0.1, amsgrad: true),
    };

    private static readonly Dictionary<string, Func<optim.Optimizer, int, optim.lr_scheduler.LRScheduler?>> Schedules = new()
    {
        ["none"] = (_, _) => null,
        ["StepLR"] = (o, last) => optim.lr_scheduler.StepLR(o, 6, 0.3, last),
        ["MultiStepLR"] = (o, last) => optim.lr_scheduler.MultiStepLR(o, [3, 11, 11], 0.5, last),
        ["CosineAnnealingLR"] = (o, last) => optim.lr_scheduler.CosineAnnealingLR(o, 8, 0.001, last),
        ["LambdaLR"] = (o, last) => optim.lr_scheduler.LambdaLR(o, step => 1.0 / (1 + step), last),
        ["OneCycleLR"] = (o, last) => optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps: 21, last_epoch: last),
        ["OneCycleLR linear"] = (o, last) => optim.lr_scheduler.OneCycleLR(
            o, [0.1, 0.05], epochs: 3, steps_per_epoch: 7, pct_start: 0.4, anneal_strategy: OneCycleLR.AnnealStrategy.Linear,
            cycle_momentum: false, last_epoch: last),
        ["OneCycleLR three phases"] = (o, last) => optim.lr_scheduler.OneCycleLR(
            o, 0.1, total_steps: 21, three_phase: true, base_momentum: 0.7, max_momentum: 0.9, div_factor: 10, final_div_factor: 50,
            last_epoch: last),
    };

    public static TheoryData<string> Trajectories => [.. OracleFile.Trajectories];

    [Theory]
    [MemberData(nameof(Trajectories))]
    public void Follows_PyTorch_for_20_steps(string name)
    {
        var (points, rates) = Run(name);
        Near(OracleFile.Trajectory(name, "points"), points);
        Near(OracleFile.Trajectory(name, "rates"), rates);
    }

    [Fact]
    public void Another_optimiser_does_not_follow()
    {
        var (points, _) = Run("Adam, none");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Near(OracleFile.Trajectory("AdamW, none", "points"), points));
    }

    [Theory]
    [MemberData(nameof(Trajectories))]
    public void Goes_on_bit_for_bit_from_a_saved_state(string name) => Assert.Equal(Run(name).Points, Run(name, interruptAt: 7).Points);

    private static (double[] Points, double[] Rates) Run(string name, int interruptAt = -1)
    {
        var parts = name.Split(", ");
        var (make, schedule) = (Optimisers[parts[0]], Schedules[parts[1]]);
        using var scope = NewDisposeScope();
        var (p, q) = (new Parameter(OracleFile.Problem("P")), new Parameter(OracleFile.Problem("Q")));
        var (a, b) = (OracleFile.Problem("A"), OracleFile.Problem("B"));
        var optimiser = make(p, q);
        var rates = schedule(optimiser, -1);
        List<double> points = [], learned = [];
        for (var step = 0; step < Steps; step++)
        {
            if (step == interruptAt) (p, q, optimiser, rates) = Resume(p, q, optimiser, make, o => schedule(o, step - 1));
            optimiser.zero_grad();
            (((a.matmul(p) - b).pow(2).sum() / 2) + (p.pow(4).sum() / 4) + (q.pow(4).sum() / 4) + q.pow(2).sum()).backward();
            optimiser.step();
            learned.AddRange(optimiser.ParamGroups.Select(g => g.LearningRate));
            points.AddRange([.. p.data<double>().ToArray(), .. q.data<double>().ToArray()]);
            rates?.step();
        }

        return ([.. points], [.. learned]);
    }

    /// <summary>What a restarted program does: parameters, state and schedule are made anew and read back.</summary>
    private static (Parameter P, Parameter Q, OptimizerHelper Optimiser, optim.lr_scheduler.LRScheduler? Rates) Resume(
        Parameter p, Parameter q, OptimizerHelper optimiser, Func<Parameter, Parameter, OptimizerHelper> make,
        Func<optim.Optimizer, optim.lr_scheduler.LRScheduler?> schedule)
    {
        using var stream = new MemoryStream();
        optimiser.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        var (p2, q2) = (new Parameter(p.clone()), new Parameter(q.clone()));
        var second = make(p2, q2);
        second.load_state_dict(new BinaryReader(stream));
        return (p2, q2, second, schedule(second));
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, 1e-6 * Math.Max(1, Math.Abs(e)));
    }

    private static SGD.ParamGroup[] Groups(Parameter p, Parameter q, double second = 0.03) =>
        [new() { Parameters = [p] }, new() { Parameters = [q], Options = new SGD.Options { LearningRate = second } }];

    private static Adam.ParamGroup[] AdamGroups(Parameter p, Parameter q) =>
        [new() { Parameters = [p] }, new() { Parameters = [q], Options = new Adam.Options { LearningRate = 0.03 } }];

    private static AdamW.ParamGroup[] AdamWGroups(Parameter p, Parameter q) =>
        [new() { Parameters = [p] }, new() { Parameters = [q], Options = new AdamW.Options { LearningRate = 0.03 } }];
}
