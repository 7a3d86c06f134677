using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GCnn.Data;
using GCnn.Experiments.Reports;
using GCnn.Layers;
using GCnn.Testing;

namespace GCnn.Experiments.Check;

/// <summary>The answer as JSON, with what it depends on.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        // The file is read by people too; nothing of it goes into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes the answer, whole or not at all.</summary>
    public static void Write(CheckResult result, CheckOptions options) =>
        AtomicFile.Write(options.Json!, stream => JsonSerializer.Serialize(stream, Content(result, options), Indented));

    private static object Content(CheckResult result, CheckOptions options) => new
    {
        model = result.Model.Name,
        epochs = result.Epochs,
        group = result.Report.Group.Name,
        size = new[] { result.Certificate.Input.Rows, result.Certificate.Input.Columns },
        equivariant = result.Answer is CheckAnswer.CouldNotTell ? (bool?)null : result.Answer is CheckAnswer.Equivariant,
        first_offender = result.Report.FirstOffender?.Path,
        certificate = Proof(result.Certificate),
        stages = result.Report.Stages.Select(Stage),
        not_measured = result.Report.Skipped.Select(layer => new { path = layer.Path, kind = layer.Kind, reason = layer.Reason }),
        configuration = new { steps = options.Steps },
        provenance = new { version = Provenance.Version, engine = Provenance.Engine, machine = Provenance.Machine },
    };

    private static object Proof(Certificate certificate) => new
    {
        exactness = certificate.Exactness.ToString(),
        subgroup = certificate.SubgroupName,
        first_offender = certificate.FirstOffender is LayerCertificate layer ? new { layer = layer.Within("features").Title, reason = layer.Reason } : null,
        suggestions = certificate.Suggestions.Select(suggestion => suggestion.Within("features").Text),
    };

    private static object Stage(ModelStage stage) => new
    {
        title = stage.Title,
        whole = Measured(stage.Whole),
        layers = stage.Layers.Select(layer => new
        {
            path = layer.Path,
            kind = layer.Kind,
            group = layer.Group.Name,
            own = Measured(layer.Own),
            so_far = Measured(layer.Accumulated),
            note = layer.Note,
        }),
    };

    private static object Measured(EquivarianceReport report) => new
    {
        law = report.Law,
        holds = report.Holds,
        vacuity = report.Vacuity,
        scale = report.Scale,
        tolerance = report.Tolerance.Relative,
        elements = report.Errors.Select(error => new
        {
            element = error.Element.Point,
            max_error = error.MaxError,
            mean_error = error.MeanError,
            interior = error.InteriorError,
            border = error.BorderError,
            worst_index = error.WorstIndex,
        }),
    };
}
