using System.Text;

namespace GCnn.Data.Tests.Labels;

public sealed class GalaxyZooVotesTests
{
    private static string Header => string.Join(',', GalaxyZooVotes.Columns.Prepend(GalaxyZooVotes.IdColumn));

    [Fact]
    public void The_columns_are_the_37_answers_to_11_questions()
    {
        Assert.Equal(37, GalaxyZooVotes.Columns.Count);
        Assert.Equal(["Class1.1", "Class1.2", "Class1.3", "Class2.1", "Class2.2"], GalaxyZooVotes.Columns.Take(5));
        Assert.Equal(11, GalaxyZooVotes.Columns.Select(column => column.Split('.')[0]).Distinct().Count());
        Assert.Equal(["Class8.7", "Class11.6"], GalaxyZooVotes.Columns.Where(column => column.EndsWith(".7", StringComparison.Ordinal) || column == "Class11.6"));
    }

    [Fact]
    public void Fractions_are_read_by_their_columns_names_whatever_the_order()
    {
        string[] columns = [.. GalaxyZooVotes.Columns.Reverse()];
        string table = $"{string.Join(',', columns)},GalaxyID\n{string.Join(',', columns.Select((_, i) => $"{i / 100.0}"))},100008\n";
        NumberLabels votes = Parse(table);
        Assert.Equal(["100008"], votes.Ids);
        Assert.Equal([.. Enumerable.Range(0, 37).Select(i => (float)((36 - i) / 100.0))], votes.NumbersOf("100008"));
    }

    [Fact]
    public void Classes_by_threshold_leave_out_what_none_or_two_rules_hold_for()
    {
        NumberLabels votes = Parse($"{Header}\n{Row("1", (0, 0.9))}{Row("2", (4, 0.8))}{Row("3", (3, 1))}{Row("4", (0, 0.79))}{Row("5", (0, 0.8), (3, 0.9))}");
        ClassLabels classes = votes.ByThreshold(GalaxyZooVotes.SmoothFeaturedEdgeOn());
        Assert.Equal(["smooth", "featured", "edge-on"], classes.Names);
        Assert.Equal(["1", "2", "3"], classes.Ids);
        Assert.Equal([0, 1, 2], classes.Classes);
        Assert.Equal(["1", "2", "3", "4"], votes.ByThreshold(GalaxyZooVotes.SmoothFeaturedEdgeOn(0.75)).Ids);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_threshold_at_which_two_classes_could_hold_is_refused(double threshold) => Assert.StartsWith(
        $"A fraction of votes above 0.5 and at most 1 decides for one class; {threshold} was given.",
        Assert.Throws<ArgumentOutOfRangeException>(() => GalaxyZooVotes.SmoothFeaturedEdgeOn(threshold)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("GalaxyID,Class1.1\n1,0.5\n", "has no column 'Class1.2' (its columns: GalaxyID, Class1.1)")]
    [InlineData("id\n1\n", "has no column 'GalaxyID' (its columns: id)")]
    [InlineData("", "has no column 'GalaxyID'")]
    [InlineData("@\n", "has no rows below its header.")]
    [InlineData("@\n%1.5", "has '1.5' for Class1.1 in line 2; a fraction of votes is a number from 0 to 1.")]
    [InlineData("@\n%-0.1", "has '-0.1' for Class1.1 in line 2")]
    [InlineData("@\n%NaN", "has 'NaN' for Class1.1 in line 2")]
    [InlineData("@\n%many", "has 'many' for Class1.1 in line 2")]
    [InlineData("@\n%", "has no 'Class1.1' in line 2")]
    [InlineData("@\n%0.5\n%0.5", "has the object '1' twice, in lines 2 and 3.")]
    [InlineData("@\n\"1\n0\",0.5", "has the GalaxyID '1 0' in line 2; a whole number is needed.")]
    [InlineData("@\n\"1,0.5\n", "is not well-formed CSV in line 2")]
    public void A_table_that_cannot_be_used_is_one_sentence(string table, string sentence)
    {
        string rest = string.Concat(Enumerable.Repeat(",0", 36));
        string[] lines = table.Replace("@", Header).Replace("%", "1,").Split('\n');
        string whole = string.Join('\n', lines.Select((line, i) => i > 0 && line.Contains(',') && !line.StartsWith('i') ? line + rest : line));
        string message = Assert.Throws<DataException>(() => Parse(whole)).Message;
        Assert.StartsWith("The votes.csv ", message, StringComparison.Ordinal);
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static string Row(string id, params (int Column, double Fraction)[] fractions)
    {
        var values = new double[37];
        foreach ((int column, double fraction) in fractions)
            values[column] = fraction;
        return $"{id},{string.Join(',', values)}\n";
    }

    private static NumberLabels Parse(string table) => GalaxyZooVotes.Parse(Encoding.UTF8.GetBytes(table), "votes.csv");
}
