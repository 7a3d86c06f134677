using GCnn.Data;

namespace GCnn.Experiments.Tests.Data;

public sealed class LabelTableTests
{
    [Fact]
    public void Rows_keep_their_order_and_their_lines()
    {
        var rows = Read("object_id,extra,morphology,file\nb,1,smooth,b.png\n\n a ,2, edge-on ,./a.png\n");
        Assert.Equal([new("b", "smooth", "b.png", 2), new("a", "edge-on", "a.png", 4)], rows);
    }

    [Fact]
    public void A_quoted_field_may_hold_commas_quotes_and_line_breaks()
    {
        var rows = Read("object_id,note,morphology,file\r\n\"a,\"\"1\"\"\",\"two\r\nlines\",smooth,a.png\r\nb,,smooth,b.png\r\n");
        Assert.Equal(["a,\"1\"", "b"], rows.Select(row => row.ObjectId));
        Assert.Equal(4, rows[1].Line);
    }

    [Fact]
    public void Columns_may_have_other_names() =>
        Assert.Equal([new("1", "smooth", "1.jpg", 2)], Read("path,class,id\n1.jpg,smooth,1\n", new("id", "class", "path")));

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Single(Read("\uFEFFobject_id,morphology,file\na,smooth,a.png\n"));

    [Theory]
    [InlineData("object_id,label,file\na,smooth,a.png\n", "has no column 'morphology' (its columns: object_id, label, file)")]
    [InlineData("", "has no column 'object_id'")]
    [InlineData("object_id,morphology,file\n", "has no rows below its header")]
    [InlineData("object_id,morphology,file\na,smooth,a.png\nb,,b.png\n", "has no 'morphology' in line 3")]
    [InlineData("object_id,morphology,file\na,smooth\n", "has no 'file' in line 2")]
    [InlineData("object_id,morphology,file\na,smooth,a.png\nb,smooth,b.png\na,smooth,c.png\n", "the object 'a' twice, in lines 2 and 4")]
    [InlineData("object_id,morphology,file\na,smooth,a.png\nb,smooth,./a.png\n", "the image 'a.png' twice, in lines 2 and 3")]
    [InlineData("object_id,morphology,file\na,smooth,\"a.png\n", "is not well-formed CSV in line 2")]
    [InlineData("object_id,morphology,file\na,smooth,../a.png\n", "climbs out")]
    public void A_table_that_cannot_be_used_is_one_sentence(string table, string sentence)
    {
        var refusal = Assert.Throws<DataException>(() => Read(table));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<LabelRow> Read(string table, LabelColumns? columns = null)
    {
        using var made = new MadeArchive(table);
        using var archive = ImageArchive.Open(made.Folder);
        return LabelTable.Read(archive, columns ?? new()).Rows;
    }
}
