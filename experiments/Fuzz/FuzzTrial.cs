using GCnn.Augment;
using GCnn.Checkpoints;
using GCnn.Data;
using TorchSharp;

namespace GCnn.Experiments.Fuzz;

/// <summary>One mutation of one format: a function of seed, format and number alone.</summary>
internal static class FuzzTrial
{
    /// <summary>What a reader may say; anything longer is no sentence.</summary>
    private const int MostLetters = 1_000;

    /// <summary>Makes the mutated file.</summary>
    /// <param name="format">The format.</param>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="number">The number of the mutation.</param>
    public static (byte[] File, FuzzSeed From) Make(FuzzFormat format, int seed, int number)
    {
        int key = 0;
        foreach (char letter in format.Name)
        {
            key = (31 * key) + letter;
        }

        var stream = new SampleStream(seed, key, number);
        FuzzSeed from = format.Seeds[stream.NextIndex(format.Seeds.Count)];
        return (new Mutator(stream, format.IsText).Mutate(from.Content), from);
    }

    /// <summary>Reads all that a file has.</summary>
    /// <param name="format">The format.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read.</param>
    /// <returns>Whether everything was read; otherwise something was refused, by a sentence.</returns>
    /// <exception cref="InvalidOperationException">The reader broke one of its promises.</exception>
    public static bool Reads(FuzzFormat format, string path, SourceOptions? options)
    {
        try
        {
            return format.FileName switch
            {
                ImageArchive.LabelsName => ReadTable(path),
                FuzzFormat.TensorFile => ReadTensors(path),
                _ => ReadImages(path, options),
            };
        }
        catch (Exception refusal) when (refusal is DataException || (refusal is InvalidDataException && format.FileName == FuzzFormat.TensorFile))
        {
            RequireSentence(refusal.Message);
            return false;
        }
    }

    private static bool ReadTensors(string path)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using SafeTensorsFile file = SafeTensors.Open(path);
        return file.ReadAll().Count == file.Tensors.Count;
    }

    private static bool ReadTable(string path)
    {
        using ImageArchive archive = ImageArchive.Open(Path.GetDirectoryName(path)!);
        LabelTable.Read(archive, new LabelColumns());
        return true;
    }

    private static bool ReadImages(string path, SourceOptions? options)
    {
        using ImageSource source = ImageSource.Open(path, options);
        bool all = true;
        if (source.ReadLabels() is { } labels && labels.Count != source.Count)
        {
            throw new InvalidOperationException($"{labels.Count} labels came with {source.Count} images.");
        }

        // Whatever a file declares is in it, so that there cannot be many.
        for (long i = 0; i < source.Count; i++)
        {
            all &= ReadImage(source, i);
        }

        return all;
    }

    private static bool ReadImage(ImageSource source, long index)
    {
        try
        {
            Planes image = source.Read(index);
            return Array.TrueForAll(image.Values, float.IsFinite) ? true : throw new InvalidOperationException("A value that is not "
                + "finite came through.");
        }
        catch (SampleException refusal)
        {
            RequireSentence(refusal.Message);
            return false;
        }
    }

    private static void RequireSentence(string message)
    {
        if (message.Length is 0 or > MostLetters || message.Any(char.IsControl))
        {
            throw new InvalidOperationException($"A refusal was no sentence: {message}");
        }
    }
}
