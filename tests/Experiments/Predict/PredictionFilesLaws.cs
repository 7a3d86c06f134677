using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.Predict;

namespace GCnn.Experiments.Tests.Predict;

/// <summary>Wherever a run is killed, what is there says how far it had come.</summary>
public sealed class PredictionFilesLaws : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-files-");
    private readonly PredictionFiles _files;
    private readonly RunIdentity _run = new(new JsonObject { ["model"] = new JsonObject { ["name"] = "p4m" }, ["images"] = 3 });
    private readonly RunIdentity _other = new(new JsonObject { ["model"] = new JsonObject { ["name"] = "z2" }, ["images"] = 3 });

    public PredictionFilesLaws() => _files = new PredictionFiles(Path.Combine(_place.FullName, "out.csv"));

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void A_run_goes_from_nothing_to_a_table()
    {
        Assert.False(_files.Begin(_run, fresh: false));
        Assert.False(_files.Begin(_run, fresh: false));
        File.WriteAllText(_files.Part, "rows");
        Assert.False(_files.Begin(_run, fresh: false));
        _files.End();
        Assert.Equal("rows", File.ReadAllText(_files.Table));
        Assert.Equal([_files.Table, _files.Identity], Directory.GetFiles(_place.FullName).Order(StringComparer.Ordinal));
        Assert.True(_files.Begin(_run, fresh: false));
    }

    [Fact]
    public void Killed_between_the_two_renamings_at_the_end_the_next_run_does_the_second()
    {
        _files.Begin(_run, fresh: false);
        File.WriteAllText(_files.Part, "rows");
        File.Move(_files.PartIdentity, _files.Identity);
        Assert.True(_files.Begin(_run, fresh: false));
        Assert.Equal("rows", File.ReadAllText(_files.Table));
    }

    [Fact]
    public void The_rows_of_another_run_are_refused_and_stay()
    {
        _files.Begin(_run, fresh: false);
        File.WriteAllText(_files.Part, "rows");
        Assert.Equal(
            $"'{_files.Part}' is of another run: model name is \"p4m\" there and \"z2\" now. Name another --out, or begin anew with --fresh, which "
                + "replaces it.",
            Assert.Throws<DataException>(() => _files.Begin(_other, fresh: false)).Message);
        Assert.Equal("rows", File.ReadAllText(_files.Part));
        _files.End();
        Assert.Contains(
            $"'{_files.Table}' is of another run", Assert.Throws<DataException>(() => _files.Begin(_other, fresh: false)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.csv.part")]
    public void A_file_of_which_nothing_is_known_is_refused(string name)
    {
        string file = Path.Combine(_place.FullName, name);
        File.WriteAllText(file, "mine");
        Assert.Equal(
            $"'{file}' is of another run: nothing beside it says of which. Name another --out, or begin anew with --fresh, which replaces it.",
            Assert.Throws<DataException>(() => _files.Begin(_run, fresh: false)).Message);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Fresh_begins_anew_and_keeps_the_old_table_until_there_is_a_new_one()
    {
        File.WriteAllText(_files.Table, "old");
        File.WriteAllText(_files.Part, "old rows");
        Assert.False(_files.Begin(_run, fresh: true));
        Assert.False(File.Exists(_files.Part));
        Assert.Equal("old", File.ReadAllText(_files.Table));
        File.WriteAllText(_files.Part, "new");
        _files.End();
        Assert.Equal("new", File.ReadAllText(_files.Table));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public void An_identity_that_is_none_is_one_sentence(string text)
    {
        File.WriteAllText(_files.PartIdentity, text);
        string sentence = Assert.Throws<DataException>(() => _files.Begin(_run, fresh: false)).Message;
        Assert.StartsWith($"'{_files.PartIdentity}' does not say which run it is of (", sentence, StringComparison.Ordinal);
        Assert.EndsWith("; delete it, or begin anew with --fresh.", sentence, StringComparison.Ordinal);
        Assert.False(_files.Begin(_run, fresh: true));
    }

    [Fact]
    public void Two_identities_are_equal_where_all_facts_are()
    {
        Assert.Equal(_run, new RunIdentity(new JsonObject { ["images"] = 3, ["model"] = new JsonObject { ["name"] = "p4m" } }));
        Assert.NotEqual(_run, _other);
        Assert.Equal("seed is missing there and 1 now", _run.DifferenceTo(new RunIdentity(new JsonObject(_run.Facts.DeepClone().AsObject().ToArray().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))) { ["seed"] = 1 })));
    }
}
