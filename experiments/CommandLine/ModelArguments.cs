using System.CommandLine;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.CommandLine;

/// <summary>The argument <c>&lt;model&gt;</c> and its options, as the commands that look at one model have them.</summary>
internal sealed class ModelArguments
{
    private readonly Argument<string> _model = new("model")
    {
        Description = "A model of gcnn galaxy --models, untrained: z2, p4m, p6m, p4m-p4-p2, ... Or a checkpoint of gcnn galaxy --out.",
    };

    private readonly Option<int?> _size = Number(
        "--size",
        $"Side, in pixels, of the images; any from 1 to {ModelSource.MaximumSize}, on hexagons odd. Without it: that of the checkpoint, " +
        $"or {GalaxyOptions.DefaultSize}.");

    private readonly Option<int?> _parameters = Number(
        "--parameters", $"Most parameters that a model by name may have. Without it: {GalaxyOptions.DefaultParameters}.");

    private readonly Option<int?> _seed = Number("--seed", "Seed of the weights of a model by name. Without it: 0.");

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_model);
        command.Options.Add(_size);
        command.Options.Add(_parameters);
        command.Options.Add(_seed);
    }

    /// <summary>The model that was asked for. The caller disposes it.</summary>
    /// <param name="parse">What was given.</param>
    /// <exception cref="UsageException">There is no such model, or a number makes no sense; one sentence.</exception>
    public ModelSource Open(ParseResult parse) => ModelSource.Open(
        parse.GetRequiredValue(_model), parse.GetValue(_size), parse.GetValue(_parameters), parse.GetValue(_seed));

    private static Option<int?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = given => WholeNumber.Parse(given),
    };
}
