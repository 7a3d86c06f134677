using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Measures a model as it stands: the whole, and each call of each layer.</summary>
internal sealed class ModelMeasurement(
    nn.Module<Tensor, Tensor> model, FieldType input, FieldType? output, Tensor x, IReadOnlyList<LayerSite> sites, ModelState state)
{
    private const string Law = "f(L_g x) = L_g f(x)";

    private readonly Dictionary<PlaneGroup, int[]> _elements = [];

    public ModelStage Measure(string title, EquivarianceOptions options)
    {
        if (output is not null)
        {
            EquivarianceReport.RequireOneGroup(input, output);
        }

        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        (EquivarianceReport whole, SoFar[] calls) = Accumulate(state.Replayed(model.call), options, scope);
        return new ModelStage(title, whole, [.. calls.Select(call => Report(call, options))]);
    }

    /// <summary>One pass for the image as it is and one for each element; the hooks are gone afterwards.</summary>
    private (EquivarianceReport Whole, SoFar[] Calls) Accumulate(Func<Tensor, Tensor> f, EquivarianceOptions options, DisposeScope scope)
    {
        using LayerRecorder recorder = new(sites);
        var border = Border.Of(options, input.Group.Lattice);
        SoFar[] calls = [];
        Tensor Watched(int? g, Tensor image)
        {
            using DisposeScope pass = NewDisposeScope();
            Tensor result = recorder.Record(f, image, g is null ? scope : pass, out IReadOnlyList<LayerCall> made);
            if (g is int element)
            {
                Compare(calls, made, element, border);
            }
            else
            {
                calls = [.. made.Select(call => new SoFar(call))];
            }

            return result.MoveToOuterDisposeScope();
        }

        return (EquivarianceReport.MeasureWatched(f, Watched, input, output, x, options), calls);
    }

    private void Compare(SoFar[] still, IReadOnlyList<LayerCall> moved, int g, Border border)
    {
        RequireSameCalls(still, moved);
        for (int i = 0; i < still.Length; i++)
        {
            (LayerCall call, LayerSite site) = (still[i].Call, still[i].Call.Site);
            int h = Array.IndexOf(ElementsOf(site.Output.Group), g);
            if (h >= 0 && EquivarianceReport.ActingOnImages(site.Output).Contains(h))
            {
                still[i].Inputs.Add(Compare(call.Input, moved[i].Input, site.Input, h, border, $"the input of {site.Title}"));
                still[i].Outputs.Add(Compare(call.Output, moved[i].Output, site.Output, h, border, $"the output of {site.Title}"));
            }
        }
    }

    private LayerReport Report(SoFar soFar, EquivarianceOptions options)
    {
        LayerSite site = soFar.Call.Site;
        var before = EquivarianceReport.Of(Law, [.. soFar.Inputs], soFar.Call.Input, options);
        var after = EquivarianceReport.Of(Law, [.. soFar.Outputs], soFar.Call.Output, options);

        // What a layer with layers inside does to an input that commutes is seen already, and to call it again costs as much as they do.
        (EquivarianceReport? own, string? refusal) = before.Holds && site.IsContainer ? (after, null) : Own(soFar.Call, options);

        // The same input twice with two results: the layer depends on more than its input, and alone it cannot be judged.
        bool dependsOnOthers = before.Holds && after.Holds && own is { Holds: false };
        return new LayerReport(site.Path, site.Kind, dependsOnOthers ? after : own ?? after, after)
        {
            Group = site.Output.Group,
            Note = dependsOnOthers ? "measured within the model, for it depends on another layer" : refusal ?? own?.Vacuity,
        };
    }

    private (EquivarianceReport? Own, string? Refusal) Own(LayerCall call, EquivarianceOptions options)
    {
        try
        {
            using DisposeScope scope = NewDisposeScope();
            return (EquivarianceReport.Measure(
                state.Replayed(call.Site.Module.call), call.Site.Input, call.Site.Output,
                EquivarianceReport.AsField(call.Input, call.Site.Input), options), null);
        }
        catch (Exception refusal) when (refusal is ArgumentException or InvalidOperationException or EquivarianceException)
        {
            return (null, $"the error so far, for alone the layer cannot be called: {refusal.Message}");
        }
    }

    private static ElementError Compare(Tensor still, Tensor moved, FieldType type, int h, Border border, string name)
    {
        PlaneGroupElement element = type.Group.Element(LatticePoint.Origin, h);
        Tensor expected = EquivarianceReport.AsField(EquivarianceReport.Act(still, type, h, name), type);
        return expected.shape.SequenceEqual(moved.shape)
            ? Comparison.Between(element, moved, expected, border)
            : new ElementError(element, double.PositiveInfinity, double.PositiveInfinity, "another shape", double.NaN, double.NaN);
    }

    /// <summary>The elements of the model's plane group that are those of a layer's.</summary>
    private int[] ElementsOf(PlaneGroup group)
    {
        if (!_elements.TryGetValue(group, out int[]? elements))
        {
            elements = input.Group.ElementsOf(group);
            _elements.Add(group, elements);
        }

        return elements;
    }

    private static void RequireSameCalls(SoFar[] still, IReadOnlyList<LayerCall> moved)
    {
        if (!still.Select(call => call.Call.Site).SequenceEqual(moved.Select(call => call.Site)))
        {
            throw new EquivarianceException(
                $"For a moved input the model calls {moved.Count} layers and for the input as it is {still.Length}, or in another order; " +
                "layer by layer it can be measured only if it always calls the same. Measure the whole with EquivarianceReport.");
        }
    }

    /// <summary>A call, and the errors before and after it for each element.</summary>
    private sealed record SoFar(LayerCall Call)
    {
        public List<ElementError> Inputs { get; } = [];

        public List<ElementError> Outputs { get; } = [];
    }
}
