namespace GCnn.Data.Tests.Labels;

public sealed class LabelsTests
{
    [Fact]
    public void Classes_are_found_by_id()
    {
        var labels = new ClassLabels(["cat", "dog"], ["x", "y", "z"], [1, 0, 1]);
        Assert.Equal((1, 0), (labels.ClassOf("z"), labels.ClassOf("y")));
        Assert.True(labels.Contains("x"));
        Assert.False(labels.Contains("X"));
        Assert.Equal(3, labels.Count);
    }

    [Fact]
    public void Words_become_classes_in_the_order_of_their_codes_and_numbers_keep_theirs()
    {
        ClassLabels words = ClassLabels.FromWords(["1", "2", "3"], ["b", "a", "b"]);
        Assert.Equal(["a", "b"], words.Names);
        Assert.Equal([1, 0, 1], words.Classes);
        ClassLabels numbers = ClassLabels.FromNumbers(["1", "2"], [3, 0]);
        Assert.Equal(["0", "1", "2", "3"], numbers.Names);
        Assert.Equal(3, numbers.ClassOf("1"));
        Assert.Empty(ClassLabels.FromNumbers([], []).Names);
    }

    [Fact]
    public void Labels_that_do_not_fit_together_are_refused_with_a_sentence()
    {
        Assert.StartsWith(
            "ClassLabels: 1 classes for 2 objects; each needs one.",
            Assert.Throws<ArgumentException>(() => new ClassLabels(["a"], ["x", "y"], [0])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "ClassLabels: object 'x' has class 1; there are 1 names, for classes from 0.",
            Assert.Throws<ArgumentException>(() => new ClassLabels(["a"], ["x"], [1])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Labels: the object 'x' was given twice, in rows 0 and 2; each object has one label.",
            Assert.Throws<ArgumentException>(() => new ClassLabels(["a"], ["x", "y", "x"], [0, 0, 0])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "NumberLabels: 3 numbers for 2 objects and 2 columns; 4 are needed.",
            Assert.Throws<ArgumentException>(() => new NumberLabels(["a", "b"], ["x", "y"], [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Labels: there is no label for the object 'z' among 1.",
            Assert.Throws<ArgumentException>(() => new ClassLabels(["a"], ["x"], [0]).ClassOf("z")).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "NumberLabels: there is no column 'c' among a, b.",
            Assert.Throws<ArgumentException>(() => new NumberLabels(["a", "b"], [], []).ByThreshold([new("x", "c", 1)])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Images_and_labels_come_together_by_id_in_the_order_of_the_images()
    {
        var labels = new ClassLabels(["a"], ["1", "2", "3"], [0, 0, 0]);
        Assert.Equal(new LabelMatch([1, 2, 4], ["3", "1", "2"], 2, 0), LabelMatch.Of("sky", [null, "3", "1", "8", "2"], labels));
        Assert.Equal(new LabelMatch([0], ["3"], 0, 2), LabelMatch.Of("sky", ["3"], labels, labelsMayLackImages: true));
        Assert.NotEqual(new LabelMatch([1], ["3"], 0, 2), LabelMatch.Of("sky", ["3"], labels, labelsMayLackImages: true));
    }

    [Fact]
    public void What_does_not_come_together_is_one_sentence()
    {
        var labels = new ClassLabels(["a"], ["1", "2", "3"], [0, 0, 0]);
        Assert.Equal("2 of 3 labels have no image in 'sky', the first that of '2'.", Refusal(["1", "8"], labels));
        Assert.Equal("'sky' has two images of the object '8'; each object has one.", Refusal(["8", "1", "8"], labels));
        Assert.Equal(
            "No image of 'sky' has a label: its first image is of 'one.jpg', the first label is that of '1'.", Refusal(["one.jpg"], labels));
        Assert.Equal("No image of 'sky' has a label: its images are of no object, the first label is that of '1'.", Refusal([], labels));
        Assert.Equal(
            "No image of 'sky' has a label: its first image is of 'x', there are no labels.", Refusal(["x"], new ClassLabels([], [], [])));
    }

    private static string Refusal(string?[] images, GCnn.Data.Labels labels) =>
        Assert.Throws<DataException>(() => LabelMatch.Of("sky", images, labels)).Message;
}
