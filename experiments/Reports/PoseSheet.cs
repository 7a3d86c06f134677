using GCnn.Experiments.Data;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Images;
using GCnn.Groups;

namespace GCnn.Experiments.Reports;

/// <summary>A picture of one test galaxy in all eight poses of p4m, with each model's class probabilities beside each pose.</summary>
/// <param name="Data">The data.</param>
/// <param name="Options">The options.</param>
public sealed record PoseSheet(GalaxyData Data, GalaxyOptions Options)
{
    private const int Enlarged = 3;
    private const int Margin = 10;
    private const int Bar = 90;

    private static readonly RgbColour Winner = new(30, 110, 180);
    private static readonly RgbColour Other = new(190, 205, 220);

    private readonly List<(string Model, IReadOnlyList<Logits> Poses)> _models = [];

    private int Side => Options.Size * Enlarged;

    private int BlockHeight => (Options.Task.Classes.Count + 1) * Canvas.LineHeight;

    private int RowHeight => Math.Max(Side, _models.Count * BlockHeight) + Margin;

    private int LabelWidth => (Options.Task.Classes.Max(c => c.Length) + 1) * Canvas.LetterWidth;

    private int BlockWidth => LabelWidth + Bar + (6 * Canvas.LetterWidth);

    /// <summary>Adds a model.</summary>
    /// <param name="model">Its name.</param>
    /// <param name="poses">Its logits for the test images in each pose.</param>
    public void Add(string model, IReadOnlyList<Logits> poses) => _models.Add((model, poses));

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
        const int Columns = 2;
        int shown = Galaxy();
        int cell = Side + BlockWidth + (2 * Margin);
        int poses = PlaneGroup.P4m.Order;
        using var canvas = new Canvas(
            (Columns * cell) + Margin, (poses / Columns * RowHeight) + Canvas.LineHeight + (2 * Margin), RgbColour.White);
        string truth = Options.Task.Classes[Data.TestSet.Classes[Data.Test[shown]]];
        canvas.Write($"{Data.TestSet.ObjectIds[Data.Test[shown]]}, labelled {truth}", Margin, Margin, RgbColour.Black);
        for (int h = 0; h < poses; h++)
        {
            int left = Margin + (h / (poses / Columns) * cell);
            int top = Canvas.LineHeight + (2 * Margin) + (h % (poses / Columns) * RowHeight);
            canvas.Draw(Pose(Data.Test[shown], h), left, top);
            for (int m = 0; m < _models.Count; m++)
            {
                DrawProbabilities(canvas, m, h, shown, left + Side + Margin, top + (m * BlockHeight));
            }
        }

        return canvas.ToImage();
    }

    private void DrawProbabilities(Canvas canvas, int model, int pose, int shown, int left, int top)
    {
        (string name, IReadOnlyList<Logits> poses) = _models[model];
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
        double Spread(int i) => Enumerable.Range(0, poses[0].Classes).Max(c => poses.Max(p => p.Probabilities(i)[c]) - poses.Min(p => p.Probabilities(i)[c]));
        return Enumerable.Range(0, Data.Test.Count).MaxBy(Spread);
    }

    private RgbImage Pose(int image, int element)
    {
        (int stored, int size) = (Data.TestSet.Size, Options.Size);
        int margin = (stored - size) / 2;
        ReadOnlySpan<float> planes = Data.TestSet.Image(image);
        IndexMap map = GridAction.For(PlaneGroup.P4m, element, size, size).Map;
        var pixels = new byte[3 * Side * Side];
        for (int i = 0; i < Side * Side; i++)
        {
            int source = (int)map.Sources[(i / Side / Enlarged * size) + (i % Side / Enlarged)];
            int at = ((source / size) + margin) * stored + (source % size) + margin;
            for (int colour = 0; colour < 3; colour++)
            {
                pixels[(3 * i) + colour] = (byte)Math.Round(255 * Math.Clamp(planes[(colour * stored * stored) + at], 0, 1));
            }
        }

        return new RgbImage(Side, Side, pixels);
    }
}
