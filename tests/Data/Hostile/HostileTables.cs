using System.Text;

namespace GCnn.Data.Tests;

/// <summary>Tables of labels that are broken or made to do harm.</summary>
public sealed class HostileTables
{
    private const string Head = "object_id,morphology,file\n";

    public static TheoryData<string, string, string> Tables => new()
    {
        { "nothing", "", "has no column 'object_id'" },
        { "header only", Head, "has no rows below its header" },
        { "missing column", "object_id,file\na,a.png\n", "has no column 'morphology'" },
        { "column twice missing", "morphology\nsmooth\n", "has no column 'object_id'" },
        { "open quote", Head + "a,smooth,\"a.png\nb,smooth,b.png\n", "is not well-formed CSV in line " },
        { "letters behind a quote", Head + "\"a\"b,smooth,a.png\n", "is not well-formed CSV in line 2" },
        { "too few fields", Head + "a,smooth\n", "has no 'file' in line 2" },
        { "empty field", Head + "a,,a.png\n", "has no 'morphology' in line 2" },
        { "object twice", Head + "a,smooth,a.png\na,smooth,b.png\n", "has the object 'a' twice, in lines 2 and 3" },
        { "path that climbs out", Head + "a,smooth,../../etc/passwd\n", "climbs out" },
        { "absolute path", Head + "a,smooth,/etc/passwd\n", "climbs out" },
        { "NUL in a path", Head + "a,smooth,a\0.png\n", "climbs out" },
        { "NUL bytes", new string('\0', 5_000), "has no column 'object_id'" },
        { "a million columns", string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n", "has no column 'object_id'" },
        { "one long word", new string('x', 5_000_000), "has no column 'object_id'" },
        { "line end in a name", "\"object\nid\",morphology,file\na,smooth,a.png\n", "has no column 'object_id'" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_broken_table_is_one_sentence(string what, string content, string sentence)
    {
        var refusal = Assert.Throws<DataException>(() => Read(content)).Message;
        Assert.True(refusal.Contains(sentence, StringComparison.Ordinal), $"{what}: {refusal}");
        Assert.DoesNotContain(refusal, char.IsControl);
        Assert.DoesNotContain("   at ", refusal, StringComparison.Ordinal);
        Assert.InRange(refusal.Length, 20, 700);
    }

    [Fact]
    public void A_quoted_line_end_is_part_of_its_field_and_no_row()
    {
        var table = Read(Head + "\"a\nb\",smooth,a.png\nc,edge-on,c.png\n");
        Assert.Equal(["a\nb", "c"], table.Rows.Select(row => row.ObjectId));
        Assert.Equal(["smooth", "edge-on"], table.Rows.Select(row => row.Label));
    }

    [Fact]
    public void Fields_beyond_the_columns_change_nothing()
    {
        var row = Assert.Single(Read(Head.Replace("file", "file,note", StringComparison.Ordinal) + "a,smooth,a.png," + new string('y', 100_000) + "\n").Rows);
        Assert.Equal(("a", "smooth", "a.png"), (row.ObjectId, row.Label, row.File));
    }

    private static LabelTable Read(string content)
    {
        using var place = new Place();
        place.Put(ImageArchive.LabelsName, Encoding.UTF8.GetBytes(content));
        using var archive = ImageArchive.Open(place.Folder);
        return LabelTable.Read(archive, new());
    }
}
