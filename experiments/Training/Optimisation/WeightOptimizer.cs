using System.Text.Json.Nodes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>The optimiser of a net's parameters, whose rate and momentum are set before each step, and whose state has names.</summary>
/// <remarks>
/// The names are those of PyTorch: <c>optimizer.NAME.exp_avg</c> and <c>exp_avg_sq</c> for AdamW, <c>momentum_buffer</c> for SGD once
/// there is
/// one. AdamW's numbers of steps, one for each parameter, are kept as JSON.
/// </remarks>
internal sealed class WeightOptimizer : IDisposable
{
    private readonly (string Name, Parameter Parameter)[] _parameters;
    private readonly OptimizerHelper _optimizer;

    public WeightOptimizer(nn.Module net, OptimizerConfig config)
    {
        _parameters = [.. net.named_parameters()];
        Parameter[] parameters = [.. _parameters.Select(pair => pair.Parameter)];
        _optimizer = config switch
        {
            AdamWConfig adam => optim.AdamW(
                parameters, adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, weight_decay: adam.WeightDecay),
            SgdConfig sgd => optim.SGD(
                parameters, sgd.LearningRate, sgd.Momentum, weight_decay: sgd.WeightDecay, nesterov: sgd.Nesterov),
            _ => throw new ArgumentException($"WeightOptimizer: there is no optimiser of kind {config.Kind}.", nameof(config)),
        };
    }

    /// <summary>The parameters it changes.</summary>
    public IEnumerable<Parameter> Parameters => _parameters.Select(pair => pair.Parameter);

    /// <summary>Sets what the next step uses; a momentum only where the optimiser has one.</summary>
    public void Set(double rate, double? momentum)
    {
        foreach (optim.ILearningRateController group in _optimizer.ParamGroups)
        {
            group.LearningRate = rate;
            switch (group)
            {
                case optim.IBetas betas when momentum is { } beta:
                    betas.Betas = (beta, betas.Betas.Item2);
                    break;
                case optim.IMomentum { Momentum: > 0 } moving when momentum is { } value:
                    moving.Momentum = value;
                    break;
            }
        }
    }

    public void ZeroGradients() => _optimizer.zero_grad();

    public void Step() => _optimizer.step();

    /// <summary>Adds the state's tensors, the optimiser's own.</summary>
    public void Collect(IDictionary<string, Tensor> into)
    {
        foreach ((string name, OptimizerState state) in States())
        {
            foreach ((string part, Tensor? tensor) in Parts(state))
            {
                if (tensor is not null)
                {
                    into.Add($"{name}.{part}", tensor);
                }
            }
        }
    }

    /// <summary>The numbers of steps that AdamW has made, parameter by parameter.</summary>
    public JsonArray Steps() => [.. States().Select(pair => pair.State).OfType<AdamW.State>().Select(state => (JsonNode)state.step)];

    /// <summary>Lays a state beside the optimiser's own, and copies nothing yet.</summary>
    /// <returns>Sets what is no copy of a tensor into one that is there.</returns>
    /// <exception cref="InvalidDataException">It is not the state of such an optimiser.</exception>
    public Action Match(TensorMatch match, JsonNode? steps)
    {
        List<Action> rest = [];
        long[] counts = StateJson.Read(() => steps!.AsArray().Select(count => count!.GetValue<long>()).ToArray());
        int number = 0;
        foreach ((string name, OptimizerState state) in States())
        {
            switch (state)
            {
                case AdamW.State adam:
                    match.Add($"{name}.exp_avg", adam.exp_avg!);
                    match.Add($"{name}.exp_avg_sq", adam.exp_avg_sq!);
                    long count = number < counts.Length ? counts[number++] : throw new InvalidDataException("its optimiser is another one");
                    rest.Add(() => adam.step = count);
                    break;
                case SGD.State sgd:
                    Tensor? velocity = match.Find($"{name}.momentum_buffer", ParameterOf(name));
                    rest.Add(() => Replace(sgd, velocity));
                    break;
            }
        }

        return () => rest.ForEach(action => action());
    }

    public void Dispose() => _optimizer.Dispose();

    private static IEnumerable<(string Part, Tensor? Tensor)> Parts(OptimizerState state) => state switch
    {
        AdamW.State adam => [("exp_avg", adam.exp_avg), ("exp_avg_sq", adam.exp_avg_sq)],
        SGD.State sgd => [("momentum_buffer", sgd.momentum_buffer)],
        _ => [],
    };

    private static void Replace(SGD.State state, Tensor? velocity)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor? before = state.momentum_buffer;
        state.momentum_buffer = velocity?.detach().clone().DetachFromDisposeScope();
        before?.Dispose();
    }

    private IEnumerable<(string Name, OptimizerState State)> States() => _parameters.Zip(
        _optimizer.state_dict().State, (parameter, state) => ($"{TrainerState.Optimizer}{parameter.Name}", state));

    private Parameter ParameterOf(string name) =>
        _parameters.First(pair => $"{TrainerState.Optimizer}{pair.Name}" == name).Parameter;
}
