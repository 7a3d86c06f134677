using System.Text;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Predict;

namespace GCnn.Experiments.Tests.Predict;

public sealed class PartFileLaws : IDisposable
{
    private static readonly PredictionColumns Columns = new(new Answers(GalaxyTask.Morphology));
    private static readonly string[] Ids = ["a", "b, with \"quotes\"", "c\nd", "e"];
    private static readonly string[] Rows = [.. Ids.Select((id, i) => i == 1 ? Columns.BadRow(id, "is empty") : Columns.Row(id, [0.5f, 0.25f, 0.25f], 0.1f * i))];
    private static readonly string Whole = Columns.Header + string.Concat(Rows);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Cut_anywhere_and_continued_it_is_the_same_file()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Whole);
        for (int cut = 0; cut <= whole.Length; cut++)
        {
            File.WriteAllBytes(_path, whole[..cut]);
            using (PartFile part = Open())
            {
                foreach (string row in Rows.Skip((int)part.Summary.Images))
                {
                    part.Append(Encoding.UTF8.GetBytes(row), default);
                }
            }

            Assert.Equal(whole, File.ReadAllBytes(_path));
        }
    }

    // Twin: what goes on without cutting off the torn row.
    [Fact]
    public void Continued_after_a_torn_row_it_is_another_file()
    {
        string torn = Whole[..^4];
        Assert.NotEqual(Whole, torn + string.Concat(Rows.Skip(3)));
    }

    [Fact]
    public void What_was_written_is_counted()
    {
        File.WriteAllText(_path, Whole);
        using PartFile part = Open();
        Assert.Equal(4, part.Summary.Images);
        Assert.Equal((4, 1, 0), (part.Summary.Rows, part.Summary.Bad, part.Summary.Skipped));
        Assert.Equal(0.3, part.Summary.LargestSpread!.Value, 6);
    }

    [Fact]
    public void Images_without_a_row_are_passed_over_where_they_may_be()
    {
        File.WriteAllText(_path, Columns.Header + Rows[0] + Rows[2]);
        using (PartFile part = Open(BadImageRule.Skip))
        {
            Assert.Equal((2, 1, 3), (part.Summary.Rows, part.Summary.Skipped, part.Summary.Images));
        }

        Assert.Equal(
            $"'{_path}' is damaged: row 2, of 'c d', does not belong there; begin anew with --fresh.",
            Assert.Throws<DataException>(() => Open()).Message);
    }

    [Theory]
    [InlineData("object_id,other\n", "does not begin with the columns of this run; begin anew with --fresh.")]
    [InlineData("HEADER\nz,smooth,1,0,0,0,ok\n", "is damaged: row 1, of 'z', does not belong there; begin anew with --fresh.")]
    [InlineData("HEADER\na,smooth,1,0,0,x,ok\n", "is damaged: row 1, of 'a', does not belong there; begin anew with --fresh.")]
    [InlineData("HEADER\na\n", "is damaged: row 1, of 'a', does not belong there; begin anew with --fresh.")]
    public void Other_rows_are_refused(string text, string clause)
    {
        File.WriteAllText(_path, text.Replace("HEADER\n", Columns.Header, StringComparison.Ordinal));
        Assert.Equal($"'{_path}' {clause}", Assert.Throws<DataException>(() => Open()).Message);
    }

    [Fact]
    public void Two_runs_at_once_are_refused()
    {
        using PartFile part = Open();
        Assert.EndsWith("is another run writing it?", Assert.Throws<DataException>(() => Open()).Message, StringComparison.Ordinal);
    }

    private PartFile Open(BadImageRule onBad = BadImageRule.Row) => PartFile.Open(_path, Columns, Ids.Length, i => Ids[i], onBad);
}
