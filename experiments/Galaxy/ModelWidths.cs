using GCnn.Experiments.Models;
using GCnn.Experiments.Ranks;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Galaxy;

/// <summary>Solves for the widths of a run's models, by its budget.</summary>
internal static class ModelWidths
{
    /// <summary>The options with widths for every model; those that are given stay.</summary>
    /// <param name="options">The options.</param>
    /// <param name="data">The data, whose training images a step's time is measured on.</param>
    /// <param name="console">Told of widths that are found by measuring.</param>
    /// <param name="cancellation">Stops a measurement.</param>
    /// <exception cref="CommandLine.UsageException">The budget is less than the narrowest net needs.</exception>
    public static GalaxyOptions Solved(GalaxyOptions options, GalaxyData data, ConsoleReporter console, CancellationToken cancellation)
    {
        options = options.Budget == BudgetKind.Time && options.Widths.Count == 0 ? WithEarlier(options) : options;
        var widths = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (ModelName model in options.Models)
        {
            widths[model.Name] = options.Widths.TryGetValue(model.Name, out IReadOnlyList<int>? given)
                ? given
                : Solve(options, model, data, console, cancellation);
        }

        return options with { Widths = widths };
    }

    // What an earlier run of the same configuration measured: a run that is gone on with keeps its nets.
    private static GalaxyOptions WithEarlier(GalaxyOptions options)
    {
        string? path = options.Out is null ? null : Path.Combine(options.Out, RunConfig.FileName);
        if (path is null || !File.Exists(path))
        {
            return options;
        }

        GalaxyOptions earlier = RunConfig.Read(path);
        bool same = (earlier.Budget, earlier.Parameters, earlier.Size, earlier.Threads, earlier.Data, earlier.Task.Name)
            == (options.Budget, options.Parameters, options.Size, options.Threads, options.Data, TaskName(options))
            && earlier.Models[0] == options.Models[0];
        return same ? options with { Widths = earlier.Widths } : options;
    }

    private static string TaskName(GalaxyOptions options) =>
        options.Task.IsAsLabelled ? Data.GalaxyTask.AsLabelled.Name : options.Task.Name;

    private static int[] Solve(
        GalaxyOptions options, ModelName model, GalaxyData data, ConsoleReporter console, CancellationToken cancellation)
    {
        (ModelName first, int outputs) = (options.Models[0], options.Task.Outputs);
        int[] reference = WidthSolver.Solve(first.Groups, outputs, options.Parameters);
        if (options.Budget == BudgetKind.Parameters || model == first)
        {
            return WidthSolver.Solve(model.Groups, outputs, options.Parameters);
        }

        if (options.Budget == BudgetKind.MultiplyAdds)
        {
            long most = WidthSolver.MultiplyAdds(first.Groups, reference, outputs, options.Size);
            return WidthSolver.SolveMultiplyAdds(model.Groups, outputs, options.Size, most);
        }

        using var timer = new StepTimer(first, reference, options, data, cancellation);
        (int[] widths, double ratio) = WidthSolver.SolveTime(
            model.Groups, outputs, options.Parameters, candidate => timer.Ratio(model, candidate));
        (widths, ratio) = (RankGroup.Current.OfFirst(widths), RankGroup.Current.OfFirst(ratio));
        console.Timed(model.Name, first.Name, widths, ratio);
        return widths;
    }
}
