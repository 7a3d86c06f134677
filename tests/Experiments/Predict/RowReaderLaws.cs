using System.Text;
using GCnn.Experiments.Predict;

namespace GCnn.Experiments.Tests.Predict;

public sealed class RowReaderLaws
{
    private static readonly string[][] Rows =
    [
        ["object_id", "class", "status"],
        ["plain", "smooth", "ok"],
        ["with, comma", "", "is \"cut\" short"],
        ["two\nlines", "edge-on", "ok"],
        ["\"", "\"\"", "a\r\nb"],
        ["", "", ""],
        ["Ångström ✓", ",", "ok"],
    ];

    private static readonly byte[] Table = Encoding.UTF8.GetBytes(string.Concat(Rows.Select(PredictionColumns.Line)));

    [Fact]
    public void What_was_written_is_read_field_by_field()
    {
        var reader = new RowReader(new MemoryStream(Table));
        foreach (string[] row in Rows)
        {
            Assert.True(reader.Read());
            Assert.Equal(row, reader.Fields);
        }

        Assert.False(reader.Read());
        Assert.Equal(Table.Length, reader.End);
    }

    [Fact]
    public void Cut_anywhere_it_ends_with_the_last_whole_row() => Assert.Null(FirstWrongCut(end => EndOf(Table.AsSpan(0, end))));

    // Twin: a reader that takes every line feed for the end of a row.
    [Fact]
    public void A_line_feed_inside_quotes_is_not_the_end_of_a_row() =>
        Assert.NotNull(FirstWrongCut(end => Table.AsSpan(0, end).LastIndexOf((byte)'\n') + 1));

    [Fact]
    public void Rows_longer_than_its_buffer_are_read()
    {
        string[] row = [new string('x', 200_000), new string('\n', 70_000), "ok"];
        var reader = new RowReader(new MemoryStream(Encoding.UTF8.GetBytes(PredictionColumns.Line(row))));
        Assert.True(reader.Read());
        Assert.Equal(row, reader.Fields);
    }

    private static long EndOf(ReadOnlySpan<byte> table)
    {
        var reader = new RowReader(new MemoryStream(table.ToArray()));
        while (reader.Read())
        {
        }

        return reader.End;
    }

    private static int? FirstWrongCut(Func<int, long> endOf)
    {
        long[] ends = [0, .. Rows.Select((_, i) => (long)Encoding.UTF8.GetByteCount(string.Concat(Rows[..(i + 1)].Select(PredictionColumns.Line))))];
        return Enumerable.Range(0, Table.Length + 1).Cast<int?>().FirstOrDefault(cut => endOf(cut!.Value) != ends.Last(end => end <= cut));
    }
}
