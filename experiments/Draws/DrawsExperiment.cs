using GCnn.Augment;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Images;
using static TorchSharp.torch;

namespace GCnn.Experiments.Draws;

/// <summary>The question: what does a pipeline make of one image? Drawn many times, on one sheet, with what was drawn below each.</summary>
public static class DrawsExperiment
{
    /// <summary>Draws, and writes the sheet as PNG, whole or not at all.</summary>
    /// <param name="options">What to draw.</param>
    /// <exception cref="UsageException">There is no such image, or the pipeline cannot be applied to it; one sentence.</exception>
    /// <exception cref="DataException">The data cannot be read; one sentence.</exception>
    /// <exception cref="PipelineException">The file is no pipeline; one sentence.</exception>
    /// <exception cref="IOException">The sheet cannot be written; one sentence.</exception>
    public static void Run(DrawsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var scope = NewDisposeScope();
        var pipeline = PipelineJson.Load(options.Pipeline);
        using ImageSource source = ImageSource.Open(options.Data, SourceOptions.Default);
        long number = NumberOf(source, options);
        Tensor image = Image(source, number);
        byte[] png = ImageCodec.EncodePng(Sheet(options, pipeline, image, source.IdOf(number)));
        AtomicFile.Write(options.Out, stream => stream.Write(png));
        Console.WriteLine(
            $"{options.Out}: {options.Count} draws of {source.IdOf(number)} by {pipeline.Steps.Count} steps, seed {options.Seed}");
    }

    private static RgbImage Sheet(DrawsOptions options, Pipeline pipeline, Tensor image, string id)
    {
        Parameters[] drawn = pipeline.Draw(options.Seed, epoch: 0, Enumerable.Range(0, options.Count).Select(draw => (long)draw));
        (Tensor[] images, Parameters[] resolved) = Applied(options, pipeline, image, drawn);
        var range = DisplayRange.Of(image);
        int enlarged = DrawSheet.EnlargementOf((int)image.size(1), (int)image.size(2));
        return DrawSheet.Compose(
            $"{id}, {image.size(0)} x {image.size(1)} x {image.size(2)}, {options.Count} draws with seed {options.Seed}",
            [
                (range.Picture(image, enlarged), null),
                .. images.Zip(resolved, (one, parameters) => (range.Picture(one, enlarged), (Parameters?)parameters)),
            ]);
    }

    private static (Tensor[] Images, Parameters[] Resolved) Applied(
        DrawsOptions options, Pipeline pipeline, Tensor image, Parameters[] drawn)
    {
        try
        {
            return pipeline.RunEach(image.unsqueeze(0).expand(drawn.Length, -1, -1, -1).contiguous(), drawn);
        }
        catch (ArgumentException refused)
        {
            throw new UsageException($"{options.Pipeline} cannot be applied to the image: {refused.Message}", refused);
        }
    }

    private static Tensor Image(ImageSource source, long number)
    {
        try
        {
            Planes planes = source.Read(number);
            return tensor(planes.Values, [planes.Channels, planes.Height, planes.Width]);
        }
        catch (SampleException bad)
        {
            throw new UsageException($"Image {number} of '{source.Location}' cannot be used: {bad.Message}; name another by --image.", bad);
        }
    }

    private static long NumberOf(ImageSource source, DrawsOptions options)
    {
        if (options.Number is { } number)
        {
            return number < source.Count
                ? number
                : throw new UsageException($"--image {number}: '{source.Location}' has {source.Count} images, numbered from 0.");
        }

        for (long i = 0; i < source.Count; i++)
        {
            if (source.IdOf(i) == options.Image)
            {
                return i;
            }
        }

        throw new UsageException(
            $"--image '{options.Image}': '{source.Location}' has no image of this id; its first is '{source.IdOf(0)}'. A number counts " +
            "from 0.");
    }
}
