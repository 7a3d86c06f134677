using GCnn.Experiments.Models;
using GCnn.Layers;
using GCnn.Testing;

namespace GCnn.Experiments.Check;

/// <summary>A model's certificate, from rules alone, and its report, from numbers alone.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Epochs">The epochs that it was trained for; null where its weights are those it begins with.</param>
/// <param name="Certificate">What its equivariant part commutes with by the rules.</param>
/// <param name="Report">What was measured, in float64.</param>
public sealed record CheckResult(ModelName Model, int? Epochs, Certificate Certificate, ModelReport Report)
{
    /// <summary>Whether the model is equivariant under the group that it claims, by measurement.</summary>
    public CheckAnswer Answer => Report.Failed is not ModelStage failed ? CheckAnswer.Equivariant
        : failed.Whole.Vacuity is null ? CheckAnswer.NotEquivariant
        : CheckAnswer.CouldNotTell;

    /// <summary>The certificate in one line, and what mends the net in a second.</summary>
    public IEnumerable<string> Verdict()
    {
        string kind = Certificate.Exactness switch
        {
            Exactness.Exact => $"exact under {Certificate.SubgroupName}",
            Exactness.Approximate => $"exact under {Certificate.SubgroupName}, approximate beyond it",
            Exactness.Partial => $"exact under {Certificate.SubgroupName} only",
            _ => "a layer is unknown",
        };
        string offender = Certificate.FirstOffender is LayerCertificate layer
            ? $"; first offender: {layer.Within("features").Title}, {layer.Reason}"
            : "";
        yield return $"certificate: {kind}{offender}";
        if (Certificate.Suggestions.Count > 0)
        {
            yield return $"exact with {string.Join(", or ", Certificate.Suggestions.Select(suggestion => suggestion.Within("features").Text))}";
        }
    }
}
