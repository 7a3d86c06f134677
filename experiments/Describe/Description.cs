using System.Text.Encodings.Web;
using System.Text.Json;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Models;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Describe;

/// <summary>What <c>gcnn describe</c> says of a model: its summary on images of one size, with the certificate's verdict.</summary>
public static class Description
{
    private const string Legend =
        """
        free: trained numbers. expanded: numbers of the ordinary filters that are run. field / jump: input pixels that one position sees,
        and from one to the next. mul-adds: for one image, with expanded filters. Fourier: the same by the group's Fourier transform, which
        takes the operations under '+ transf.' besides (n/a: not served, and counted as it is). On hexagons only their cells count.
        """;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        // The file is read by people too; nothing of it goes into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints the summary, and writes it as JSON.</summary>
    /// <param name="model">The model.</param>
    /// <param name="json">The file for JSON, or null.</param>
    /// <exception cref="UsageException">The model cannot take images of that size, or the file cannot be meant; one sentence.</exception>
    public static void Write(ModelSource model, string? json)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (json is not null)
        {
            OutputPath.RequireFile("--json", json);
        }

        Summary summary = Of(model);
        if (json is not null)
        {
            OutputPath.RequireWritable("--json", json);
        }

        Console.Out.WriteLine(model);
        Console.Out.Write(summary);
        Console.Out.WriteLine(Legend);
        if (json is not null)
        {
            AtomicFile.Write(json, stream => JsonSerializer.Serialize(stream, Content(model, summary), Indented));
        }
    }

    /// <summary>The summary of a model, classifier and all.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="UsageException">The model cannot take images of its size; one sentence.</exception>
    public static Summary Of(ModelSource model)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            // The parts belong to the model, so the sequence is not disposed.
            return Summary.For(nn.Sequential(("features", model.Features), ("classifier", model.Net.Classifier)), model.Size, model.Size);
        }
        catch (ArgumentException refused)
        {
            throw new UsageException($"--size {model.Size}: {refused.Message.Split(" (Parameter")[0]}", refused);
        }
    }

    private static object Content(ModelSource model, Summary summary) => new
    {
        model = model.Name.Name,
        task = model.Task.Name,
        epochs = model.Epochs,
        size = model.Size,
        layers = summary.Layers.Select(Content),
        total = new
        {
            parameters = summary.FreeParameters,
            expanded_parameters = summary.ExpandedParameters,
            multiply_adds = summary.MultiplyAdds,
            fourier_multiply_adds = summary.FourierMultiplyAdds,
            transform_operations = summary.TransformOperations,
        },
        certificate = summary.Certificate is { } certificate ? Content(certificate) : null,
    };

    private static object Content(LayerSummary layer) => new
    {
        path = layer.Path,
        name = layer.Name,
        input = Sides(layer.Input),
        output = Sides(layer.Output),
        type = layer.OutputType?.ToString(),
        channels = layer.Channels,
        parameters = layer.FreeParameters,
        expanded_parameters = layer.ExpandedParameters,
        receptive_field = layer.Field is not { } field ? null : new
        {
            rows = field.Rows,
            columns = field.Columns,
            row_jump = field.RowJump,
            column_jump = field.ColumnJump,
            whole_image = field.IsWholeImage,
        },
        multiply_adds = layer.MultiplyAdds,
        fourier_multiply_adds = layer.Fourier?.MultiplyAdds,
        transform_operations = layer.Fourier?.TransformOperations,
        exactness = layer.Certificate?.Exactness.ToString(),
        exact_under = layer.Certificate?.SubgroupName,
        reason = layer.Certificate?.Reason,
    };

    private static object Content(Certificate certificate) => new
    {
        group = certificate.Group.Name,
        exactness = certificate.Exactness.ToString(),
        exact_under = certificate.SubgroupName,
        elements = certificate.Elements,
        shifts = certificate.Shifts?.ToString(),
        up_to_shift = certificate.IsUpToShift,
        first_offender = certificate.FirstOffender?.Within("features").Title,
        suggestions = certificate.Suggestions.Select(suggestion => suggestion.Within("features").Text),
    };

    private static int[]? Sides(ImageSize? size) => size is { } image ? [image.Rows, image.Columns] : null;
}
