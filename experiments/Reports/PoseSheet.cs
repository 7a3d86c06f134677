using GCnn.Actions;
using GCnn.Data;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;
using GCnn.Groups;
using GCnn.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Reports;

/// <summary>
/// A picture of one test galaxy in all poses of each lattice's symmetries, as the nets see it, with each model's class probabilities beside
/// each pose: the eight of p4m for models on square pixels, the twelve of p6m for those on hexagons.
/// </summary>
/// <param name="Data">The data.</param>
/// <param name="Options">The options.</param>
public sealed record PoseSheet(GalaxyData Data, GalaxyOptions Options)
{
    private const int Enlarged = 3;
    private const int Margin = 10;
    private const int Bar = 90;

    private static readonly RgbColour Winner = new(30, 110, 180);
    private static readonly RgbColour Other = new(190, 205, 220);

    private const int Columns = 2;

    private readonly List<Entry> _models = [];

    private int Side => Options.Size * Enlarged;

    private int BlockHeight => (Options.Task.Classes.Count + 1) * Canvas.LineHeight;

    private int LabelWidth => (Options.Task.Classes.Max(c => c.Length) + 1) * Canvas.LetterWidth;

    private int CellWidth => Side + LabelWidth + Bar + (6 * Canvas.LetterWidth) + (2 * Margin);

    /// <summary>Adds a model.</summary>
    /// <param name="model">Its name.</param>
    /// <param name="symmetries">The group whose elements gave the poses.</param>
    /// <param name="poses">Its logits for the test images in each pose.</param>
    public void Add(string model, PlaneGroup symmetries, IReadOnlyList<Logits> poses) => _models.Add(new Entry(model, symmetries, poses));

    /// <summary>Draws the sheet and writes it as PNG, whole or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <exception cref="IOException">The file could not be written; one sentence.</exception>
    public void Write(string path)
    {
        byte[] png = ImageCodec.EncodePng(Draw());
        AtomicFile.Write(path, stream => stream.Write(png));
    }

    private RgbImage Draw()
    {
        int shown = Galaxy();
        IGrouping<PlaneGroup, Entry>[] parts = [.. _models.GroupBy(model => model.Symmetries)];
        using var canvas = new Canvas(
            (Columns * CellWidth) + Margin, parts.Sum(Height) + Canvas.LineHeight + (2 * Margin), RgbColour.White);
        string truth = Options.Task.Classes[Data.TestSet.Classes[Data.Test[shown]]];
        canvas.Write($"{Data.TestSet.ObjectIds[Data.Test[shown]]}, labelled {truth}", Margin, Margin, RgbColour.Black);
        int top = Canvas.LineHeight + (2 * Margin);
        foreach (IGrouping<PlaneGroup, Entry> part in parts)
        {
            DrawPart(canvas, part, shown, top);
            top += Height(part);
        }

        return canvas.ToImage();
    }

    private int RowHeight(IEnumerable<Entry> models) => Math.Max(Side, models.Count() * BlockHeight) + Margin;

    private int Height(IGrouping<PlaneGroup, Entry> part) => part.Key.Order / Columns * RowHeight(part);

    // Rotations on the left, reflections on the right.
    private void DrawPart(Canvas canvas, IGrouping<PlaneGroup, Entry> part, int shown, int top)
    {
        RgbImage[] pictures = Pictures(part.Key, Data.Test[shown]);
        for (int h = 0; h < pictures.Length; h++)
        {
            (int column, int row) = Math.DivRem(h, pictures.Length / Columns);
            (int x, int y) = (Margin + (column * CellWidth), top + (row * RowHeight(part)));
            canvas.Draw(pictures[h], x, y);
            foreach ((int place, Entry model) in part.Index())
            {
                DrawProbabilities(canvas, model, h, shown, x + Side + Margin, y + (place * BlockHeight));
            }
        }
    }

    private void DrawProbabilities(Canvas canvas, Entry model, int pose, int shown, int left, int top)
    {
        (string name, _, IReadOnlyList<Logits> poses) = model;
        canvas.Write(name, left, top, RgbColour.Black);
        double[] probabilities = poses[pose].Probabilities(shown);
        for (int c = 0; c < probabilities.Length; c++)
        {
            int line = top + ((c + 1) * Canvas.LineHeight);
            canvas.Write(Options.Task.Classes[c], left, line, RgbColour.Black);
            canvas.Fill(
                left + LabelWidth, line + 2, (int)Math.Round(probabilities[c] * Bar), Canvas.LineHeight - 4,
                c == poses[pose].ClassOf(shown) ? Winner : Other);
            canvas.Write($"{probabilities[c]:0.00}", left + LabelWidth + Bar + Canvas.LetterWidth, line, RgbColour.Black);
        }
    }

    // The galaxy on which the first model's answer changes most between poses: that is what there is to see.
    private int Galaxy()
    {
        IReadOnlyList<Logits> poses = _models[0].Poses;
        double Spread(int i) => Enumerable.Range(0, poses[0].Classes)
            .Max(c => poses.Max(p => p.Probabilities(i)[c]) - poses.Min(p => p.Probabilities(i)[c]));
        return Enumerable.Range(0, Data.Test.Count).MaxBy(Spread);
    }

    private RgbImage[] Pictures(PlaneGroup symmetries, int image)
    {
        using DisposeScope scope = NewDisposeScope();
        using var view = new LatticeView(symmetries.Lattice, Options.Size);
        Tensor seen = view.Of(GalaxyAugmentation.Centre(GalaxyBatch.Load(Data.TestSet, [image]), Options.Size));
        var colours = FieldType.Trivial(symmetries, 3);
        return
        [
            .. Enumerable.Range(0, symmetries.Order).Select(h => LatticePicture.Of(
                symmetries.Lattice, seen.Transform(colours, h).data<float>().ToArray(), Options.Size, Enlarged)),
        ];
    }

    private sealed record Entry(string Model, PlaneGroup Symmetries, IReadOnlyList<Logits> Poses);
}
