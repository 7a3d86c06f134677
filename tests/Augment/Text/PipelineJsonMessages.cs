using GCnn.Groups;

namespace GCnn.Augment.Tests;

/// <summary>Whatever stands in a file, one sentence says what is wrong and where.</summary>
public class PipelineJsonMessages
{
    [Theory]
    [InlineData("", "The text is no JSON; it breaks at line 1, byte 1")]
    [InlineData("[\n{\"kind\": \"flip\"", "The text is no JSON; it breaks at line 2")]
    [InlineData("nonsense", "The text is no JSON; it breaks at line 1, byte 2")]
    [InlineData(
        "{\"kind\": \"flip\"}", "A pipeline is a list of steps", "this text holds {\"kind\": \"flip\"}. Put it in square brackets.")]
    [InlineData("7", "this text holds 7.")]
    [InlineData("null", "this text holds null.")]
    [InlineData("[7]", "Step 1 is 7; a step is an object such as {\"kind\": \"flip\"}")]
    [InlineData("[{\"kind\": \"flip\"}, {}]", "Step 2 has no 'kind'; the kinds are point-element, ")]
    [InlineData("[{\"kind\": 7}]", "Step 1: the kind is 7; it needs one of ")]
    [InlineData("[{\"kind\": \"flip\", \"kind\": \"gamma\"}]", "Step 1 gives 'kind' twice")]
    [InlineData("[{\"kind\": \"filp\"}]", "Step 1: there is no augmentation of kind 'filp'; the kinds are point-element, ")]
    [InlineData("[{\"kind\": \"flip\", \"colour\": 1}]", "Step 1 (flip) has no property 'colour'; its properties are leftRight, upDown.")]
    [InlineData("[{\"kind\": \"flip\", \"upDown\": true, \"upDown\": true}]", "Step 1 (flip) gives 'upDown' twice")]
    [InlineData(
        "[{\"kind\": \"gaussian-noise\"}]", "Step 1 (gaussian-noise) needs the property 'deviation': a number or a range [low, high].")]
    [InlineData("[{\"kind\": \"flip\", \"upDown\": 1}]", "Step 1 (flip): 'upDown' is 1; it needs true or false.")]
    [InlineData("[{\"kind\": \"flip\", \"upDown\": null}]", "Step 1 (flip): 'upDown' is null; it needs true or false.")]
    [InlineData(
        "[{\"kind\": \"gamma\", \"exponent\": \"2\"}]",
        "Step 1 (gamma): 'exponent' is \"2\"; it needs a number or a range [low, high].")]
    [InlineData("[{\"kind\": \"gamma\", \"exponent\": [1, 2, 3]}]", "'exponent' is [1, 2, 3]; it needs a number or a range")]
    [InlineData(
        "[{\"kind\": \"gamma\", \"exponent\": [2, 1]}]",
        "Step 1 (gamma), exponent: a range runs from its low end", "[2, 1]. Exchange the two.")]
    [InlineData("[{\"kind\": \"gamma\", \"exponent\": 1e999}]", "'exponent' is 1e999; it needs a number")]
    [InlineData("[{\"kind\": \"gamma\", \"exponent\": [0, 1]}]", "Step 1 (gamma): A gamma is above 0; the range was given as [0, 1].")]
    [InlineData("[{\"kind\": \"subtract-background\", \"rounds\": 1.5}]", "'rounds' is 1.5; it needs a whole number.")]
    [InlineData("[{\"kind\": \"subtract-background\", \"clip\": -1}]", "Step 1 (subtract-background): The number of deviations to clip at")]
    [InlineData(
        "[{\"kind\": \"subtract-background\", \"region\": \"sky\"}]", "'region' is \"sky\"; it needs one of \"whole\", \"border\".")]
    [InlineData("[{\"kind\": \"point-element\", \"group\": \"p5\"}]", "'group' is \"p5\"; it needs the name of a plane group: p1, p2, ")]
    [InlineData("[{\"kind\": \"point-element\", \"group\": \"C99999\"}]", "'group' is \"C99999\"; it needs the name of a plane group")]
    [InlineData("[{\"kind\": \"standardise\", \"mean\": 1, \"deviation\": [1]}]", "'mean' is 1; it needs a list, each item a number.")]
    [InlineData(
        "[{\"kind\": \"standardise\", \"mean\": [\"a\"], \"deviation\": [1]}]",
        "'mean' is [\"a\"]; it needs a list, each item a number.")]
    [InlineData("[{\"kind\": \"standardise\", \"mean\": [1], \"deviation\": []}]", "Standardisation needs a standard deviation")]
    [InlineData(
        "[{\"kind\": \"repeat\", \"least\": 1, \"most\": 2, \"step\": 3}]",
        "'step' is 3; it needs an augmentation such as {\"kind\": \"flip\"}.")]
    [InlineData(
        "[{\"kind\": \"repeat\", \"least\": 1, \"most\": 9999, \"step\": {\"kind\": \"flip\"}}]",
        "Step 1 (repeat): A step is repeated")]
    [InlineData(
        "[{\"kind\": \"one-of\", \"choices\": [{\"kind\": \"flip\"}, {\"kind\": \"x\"}]}]",
        "Step 1 (one-of), choices 2: there is no augmentation of kind 'x'")]
    [InlineData("[{\"kind\": \"one-of\", \"choices\": []}]", "Step 1 (one-of): OneOf needs at least one augmentation")]
    [InlineData(
        "[{\"kind\": \"with-probability\", \"probability\": 2, \"step\": {\"kind\": \"flip\"}}]",
        "Step 1 (with-probability): A probability is from 0 to 1")]
    [InlineData("[{\"kind\": \"pca-colour\", \"components\": {\"variances\": [1]}}]", "components needs the property 'directions'")]
    [InlineData(
        "[{\"kind\": \"pca-colour\", \"components\": {\"variances\": [1], \"directions\": [[2]]}}]",
        "components: The directions of colour are unit vectors")]
    [InlineData("[{\"kind\": \"\\ud800\"}]", "half of a surrogate pair")]
    [InlineData("[{\"kind\": \"flip\", \"\\ud800\": 1}]", "half of a surrogate pair")]
    public void One_sentence_says_what_is_wrong_and_where(string text, params string[] parts) =>
        Sentence.Is<PipelineException>(() => PipelineJson.Read(text), parts);

    [Fact]
    public void Depth_and_size_are_bounded()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"kind\": \"sequence\", \"steps\": [", 5000));
        Sentence.Is<PipelineException>(() => PipelineJson.Read("[" + deep), "The text is no JSON");
        Sentence.Is<PipelineException>(
            () => PipelineJson.Read(new string(' ', 2_000_000)), "has 2000000", "at most 1000000", "Is it another file?");
    }

    [Fact]
    public void A_group_without_a_name_has_no_text() => Sentence.Is<PipelineException>(
        () => PipelineJson.Write(new Pipeline(new RandomPointElement(PlaneGroup.SO2(2)))), "SO(2) has no name in a file");

    [Fact]
    public void A_long_value_is_shortened() => Assert.True(Assert.Throws<PipelineException>(
        () => PipelineJson.Read($"[{{\"kind\": \"gamma\", \"exponent\": \"{new string('x', 5000)}\"}}]")).Message.Length < 200);

    [Fact]
    public void Every_prefix_and_every_flipped_byte_of_a_text_is_read_or_refused_in_a_sentence()
    {
        string text = PipelineJson.Write(new Pipeline(
            new PcaColour(Steps.Colours), new OneOf([new RandomFlip(), new Repeat(new MoffatBlur(new Interval(1, 2)), 2)], [1, 2])));
        Random random = new(3);
        IEnumerable<string> prefixes = Enumerable.Range(0, text.Length).Select(n => text[..n]);
        foreach (string broken in prefixes.Concat(Enumerable.Range(0, 2000).Select(_ => Mutated())))
        {
            try
            {
                PipelineJson.Read(broken);
            }
            catch (PipelineException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }

        string Mutated()
        {
            char[] characters = text.ToCharArray();
            characters[random.Next(characters.Length)] = (char)random.Next(32, 127);
            return new string(characters);
        }
    }

    [Fact]
    public void A_file_is_named_in_the_sentence()
    {
        string path = Path.Combine(Path.GetTempPath(), $"gcnn-{Guid.NewGuid():N}.json");
        Sentence.Is<PipelineException>(() => PipelineJson.Load(path), path);
        try
        {
            File.WriteAllBytes(path, new byte[1_500_000]);
            Sentence.Is<PipelineException>(() => PipelineJson.Load(path), path, "It has 1500000 bytes");
            File.WriteAllBytes(path, [0xFF, 0xFE, 0x00, 0x80]);
            Sentence.Is<PipelineException>(() => PipelineJson.Load(path), path, "is no JSON");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
