using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;

namespace GCnn.Augment.Tests;

public class PipelineJsonLaws
{
    public static TheoryData<string> Types => [.. Augmentations.Types.Select(type => type.Name)];

    [Fact]
    public void Every_augmentation_of_the_assembly_has_a_kind_and_no_two_the_same()
    {
        Random random = new(1);
        string[] kinds = [.. Augmentations.Types.Select(type => KindOf(Augmentations.Of(type, random)))];
        Assert.Equal(PipelineJson.Kinds.Order(), kinds.Order());
        Assert.Equal(kinds.Distinct(), kinds);
    }

    [Fact]
    public void An_augmentation_that_is_not_in_the_table_is_found() => Sentence.Is<PipelineException>(
        () => KindOf(new Unregistered()), "Unregistered has no kind", "the kinds are point-element, ");

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_kind_reads_back_equal(string name)
    {
        Random random = new(2);
        Type type = Augmentations.Types.Single(t => t.Name == name);
        Assert.All(Enumerable.Range(0, 30), _ => Assert.Null(Violation(new Pipeline(Augmentations.Of(type, random)), text => text)));
    }

    [Fact]
    public void Random_pipelines_read_back_equal() =>
        Prop.ForAll(Augmentations.Pipelines(), pipeline => Violation(pipeline, text => text) is null).QuickCheckThrowOnFailure();

    /// <summary>A writer that forgets a digit, and one that forgets a property, are found.</summary>
    [Fact]
    public void Broken_writers_are_rejected()
    {
        Pipeline pipeline = new(new RandomFlip(false, true), new GaussianNoise(new Interval(0.125, 0.25)));
        Assert.Null(Violation(pipeline, text => text));
        Assert.NotNull(Violation(pipeline, text => text.Replace("0.125", "0.12", StringComparison.Ordinal)));
        Assert.NotNull(Violation(pipeline, text => text.Replace(", \"upDown\": true", string.Empty, StringComparison.Ordinal)));
    }

    [Fact]
    public void Prints_a_step_on_each_line()
    {
        Pipeline pipeline = new(
            new RandomPointElement(PlaneGroup.P4m),
            new OneOf([new GaussianBlur(new Interval(3, 3)), new Gamma(new Interval(2, 2))], [1, 2]),
            new Standardisation([0.5], [0.25]));
        Assert.Equal(
            """
            [
              {"kind": "point-element", "group": "p4m"},
              {"kind": "one-of", "choices": [{"kind": "gaussian-blur", "fwhm": 3}, {"kind": "gamma", "exponent": 2}], "weights": [1, 2]},
              {"kind": "standardise", "mean": [0.5], "deviation": [0.25]}
            ]
            """.ReplaceLineEndings("\n"),
            PipelineJson.Write(pipeline));
        Assert.Equal(PipelineJson.Write(pipeline), pipeline.ToString());
        Assert.Equal("[]", new Pipeline().ToString());
        Assert.Equal(new Pipeline(), PipelineJson.Read("[]"));
    }

    [Fact]
    public void A_person_may_leave_out_defaults_and_write_comments()
    {
        Pipeline pipeline = PipelineJson.Read("""
            [
              // half of them mirrored
              {"kind": "flip"},
              {"deviation": 0.1, "kind": "gaussian-noise"}, /* and noise */
            ]
            """);
        Assert.Equal(new Pipeline(new RandomFlip(), new GaussianNoise(new Interval(0.1, 0.1))), pipeline);
    }

    [Fact]
    public void Files_are_written_whole_and_read_back()
    {
        string path = Path.Combine(Path.GetTempPath(), $"gcnn-{Guid.NewGuid():N}.json");
        try
        {
            Pipeline pipeline = new(new RandomFlip(), new Gamma(new Interval(0.5, 2)));
            PipelineJson.Save(new Pipeline(new RandomFlip()), path);
            PipelineJson.Save(pipeline, path);
            Assert.Equal(pipeline, PipelineJson.Load(path));
            File.WriteAllText(path, "\uFEFF" + File.ReadAllText(path));
            Assert.Equal(pipeline, PipelineJson.Load(path));
            Assert.False(File.Exists(path + ".part"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_pipeline_with_an_augmentation_of_ones_own_still_prints() =>
        Assert.Contains("Unregistered", new Pipeline(new RandomFlip(), new Unregistered()).ToString(), StringComparison.Ordinal);

    private static string KindOf(Augmentation step) => PipelineJson.Write(new Pipeline(step)).Split('"')[3];

    private static string? Violation(Pipeline pipeline, Func<string, string> change)
    {
        string text = PipelineJson.Write(pipeline);
        Pipeline back = PipelineJson.Read(change(text));
        return back.Equals(pipeline) && PipelineJson.Write(back) == text ? null : $"{text} became {back}";
    }

    private sealed record Unregistered : Augmentation
    {
        public override bool IsGeometric => false;

        public override StepParameters Draw(SampleStream stream) => new NoParameters();

        public override TorchSharp.torch.Tensor Apply(TorchSharp.torch.Tensor images, IReadOnlyList<StepParameters> parameters) => images;
    }
}
