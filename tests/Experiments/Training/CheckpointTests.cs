using System.Security.Cryptography;
using System.Text;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private static readonly string Fingerprint = Checkpoint.Fingerprint("this run");
    private static readonly int HeadLength = "GCnn galaxy checkpoint 3\n".Length + Fingerprint.Length;
    private static readonly Lazy<byte[]> AfterOneEpoch = new(() =>
    {
        using var training = new MadeTraining();
        training.Run(1);
        return training.Saved();
    });

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-checkpoint-");
    private readonly MadeTraining _fresh = new();

    private string Target => Path.Combine(_place.FullName, "p4.checkpoint");

    [Fact]
    public void What_was_written_is_read()
    {
        Written();
        Assert.True(Checkpoint.TryRead(Target, Fingerprint, _fresh.Trainer));
        Assert.Equal(1, _fresh.Trainer.EpochsDone);
        Assert.Equal(AfterOneEpoch.Value, _fresh.Saved());
    }

    [Fact]
    public void No_file_is_no_checkpoint() => Assert.False(Checkpoint.TryRead(Target, Fingerprint, _fresh.Trainer));

    [Fact]
    public void A_checkpoint_of_another_run_is_not_used()
    {
        Written();
        string before = _fresh.State;
        Assert.False(Checkpoint.TryRead(Target, Checkpoint.Fingerprint("another run"), _fresh.Trainer));
        Assert.Equal((0, before), (_fresh.Trainer.EpochsDone, _fresh.State));
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused_and_changes_nothing()
    {
        byte[] whole = Written();
        int[] places = [.. Enumerable.Range(0, 200), .. Enumerable.Range(0, 20).Select(i => 200 + ((whole.Length - 201) * i / 19))];
        Assert.Equal(whole.Length - 1, places[^1]);
        foreach (int length in places)
        {
            Refused(whole[..length], $"cut to {length} bytes");
        }
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused_or_makes_it_another_runs()
    {
        byte[] whole = Written();
        for (int i = 0; i < whole.Length; i += Math.Max(1, i / 60))
        {
            byte[] changed = [.. whole];
            changed[i] ^= 0x41;
            if (i >= HeadLength - Fingerprint.Length && i < HeadLength)
            {
                File.WriteAllBytes(Target, changed);
                Assert.False(Checkpoint.TryRead(Target, Fingerprint, _fresh.Trainer));
            }
            else
            {
                Refused(changed, $"byte {i} changed");
            }
        }
    }

    [Fact]
    public void Foreign_files_are_refused()
    {
        Refused([], "empty");
        Refused("model,accuracy\nz2,0.9\n"u8.ToArray(), "a table");
        Refused(new byte[10_000], "zeros");
        Refused([.. Written(), 0], "one byte more");
    }

    [Fact]
    public void Files_of_earlier_versions_are_refused_with_the_reason()
    {
        foreach (string magic in (string[])["GCnn galaxy checkpoint 1\n", "GCnn galaxy checkpoint 2\n"])
        {
            File.WriteAllBytes(Target, [.. Encoding.ASCII.GetBytes(magic), .. Written()[magic.Length..]]);
            Assert.Equal(
                $"{Target} was written by an older version of gcnn; delete it to train again.",
                Assert.Throws<InvalidDataException>(() => Checkpoint.TryRead(Target, Fingerprint, _fresh.Trainer)).Message);
            Assert.Equal(
                $"{Target} was written by an older version of gcnn; train again.",
                Assert.Throws<InvalidDataException>(() => Checkpoint.ReadNet(Target)).Message);
            Assert.Equal(Untouched.Value, _fresh.State);
        }

        File.WriteAllBytes(Target, [.. "GCnn galaxy checkpoint 4\n"u8, .. Written()["GCnn galaxy checkpoint 4\n".Length..]]);
        Assert.Contains(
            " was written by a newer version of gcnn; ", Assert.Throws<InvalidDataException>(() => Checkpoint.ReadNet(Target)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_makes_no_sense_is_refused_even_with_the_right_checksum()
    {
        byte[] state = AfterOneEpoch.Value;
        byte[] After(int at, params byte[] bytes) => [.. state[..at], .. bytes, .. state[(at + bytes.Length)..]];
        byte[] absurd = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
        const int Tensors = sizeof(int) + sizeof(double);
        int name = state[Tensors + 1];
        RefusedAsForged(After(0, BitConverter.GetBytes(-1)), "-1 epochs");
        RefusedAsForged(After(0, BitConverter.GetBytes(4)), "more epochs than planned");
        RefusedAsForged(After(4, BitConverter.GetBytes(double.NaN)), "NaN seconds");
        RefusedAsForged(After(Tensors, absurd), "an absurd number of tensors");
        RefusedAsForged(After(Tensors + 1, 0xff, 0xff, 0xff, 0xff, 0x07), "an absurd name");
        RefusedAsForged(After(Tensors + 2 + name, 99), "an unknown element type");
        RefusedAsForged(After(Tensors + 3 + name, absurd), "an absurd number of dimensions");
        RefusedAsForged(After(Tensors + 4 + name, absurd), "an absurd size");
        RefusedAsForged([.. state, 0], "a byte too many");
        for (int i = 0; i < 40; i++)
        {
            RefusedAsForged(state[..(state.Length * i / 40)], $"{i} fortieths");
        }
    }

    [Fact]
    public void The_checkpoint_of_a_net_of_other_widths_is_refused_even_with_the_right_checksum()
    {
        byte[] other = [.. AfterOneEpoch.Value];
        int parameter = Encoding.Latin1.GetString(other).IndexOf("classifier", StringComparison.Ordinal);
        other[parameter] = (byte)'K';
        RefusedAsForged(other, "another name");
    }

    [Fact]
    public void Its_net_is_built_again_from_the_file_alone()
    {
        Written();
        using var trained = new MadeTraining();
        trained.Load(AfterOneEpoch.Value);
        (CheckpointHeader header, GalaxyNet net, int epochs) = Checkpoint.ReadNet(Target);
        using (net)
        {
            Assert.Equal((MadeTraining.Header, 1), (header, epochs));
            Assert.Equal("p4+aug morphology 17 2,2,2,2,3", $"{header}");
            Assert.Equal(trained.State, MadeTraining.StateOf(net));
        }
    }

    [Theory]
    [InlineData("p4 morphology 17", "its header has not the four parts model, task, size and widths")]
    [InlineData("p5 morphology 17 2,2,2,2,3", "its model 'p5' is not known; ")]
    [InlineData("p2-p4 morphology 17 2,2,2,2,3", "its model 'p2-p4' is no chain of groups of which each holds the next")]
    [InlineData("p4 colour 17 2,2,2,2,3", "its task 'colour' is not known")]
    [InlineData("p4 morphology 0 2,2,2,2,3", "its header says '0' where a number from 1 to 1025 belongs")]
    [InlineData("p4 morphology -1 2,2,2,2,3", "its header says '-1' where a number from 1 to 1025 belongs")]
    [InlineData("p4 morphology 17 2,2,2,3", "its header gives 4 widths to 5 convolutions")]
    [InlineData("p4 morphology 17 2,2,2,2,9999999999999", "its header says '9999999999999' where a number from 1 to 1000000 belongs")]
    [InlineData("p4 morphology 17 1000000,1000000,1,1,1", "its widths 1000000,1000000,1,1,1 make more than 50000000 parameters")]
    [InlineData("p4 morphology 17 300,300,300,30,30", "it ends too early")]
    [InlineData("p4 morphology 17 1,1,1,1,1", "its state has ")]
    [InlineData("p4 handedness 17 2,2,2,2,3", "'classifier.")]
    public void A_header_that_does_not_fit_is_refused_even_with_the_right_checksum(string header, string reason)
    {
        byte[] state = AfterOneEpoch.Value;
        byte[] more = new byte[header.EndsWith("1,1,1,1,1", StringComparison.Ordinal) ? 70_000 : 0];
        File.WriteAllBytes(Target, Forged($"{header}\n", [.. state, .. more]));
        string message = Assert.Throws<InvalidDataException>(() => Checkpoint.ReadNet(Target)).Message;
        Assert.Contains($" is not a whole checkpoint ({reason}", message, StringComparison.Ordinal);
        Assert.EndsWith("). Give a file that gcnn galaxy --out has written.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_an_end_is_refused_before_it_is_read()
    {
        File.WriteAllBytes(Target, Forged(new string('p', 1_000_000), []));
        string message = Assert.Throws<InvalidDataException>(() => Checkpoint.ReadNet(Target)).Message;
        Assert.Contains("(its header has no end)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprints_tell_facts_apart()
    {
        string[][] facts = [["a", "b"], ["b", "a"], ["ab"], ["a"]];
        string[] prints = Array.ConvertAll(facts, Checkpoint.Fingerprint);
        Assert.Equal(4, prints.Distinct().Count());
        Assert.Equal(Checkpoint.Fingerprint("a", "b"), prints[0]);
    }

    public void Dispose()
    {
        _fresh.Dispose();
        _place.Delete(recursive: true);
    }

    private byte[] Written()
    {
        using var training = new MadeTraining();
        training.Load(AfterOneEpoch.Value);
        Checkpoint.Write(Target, Fingerprint, MadeTraining.Header, training.Trainer);
        return File.ReadAllBytes(Target);
    }

    // Before anything is loaded: the trainer is as it was.
    private void Refused(byte[] content, string what)
    {
        Refuse(content, _fresh, what);
        Assert.Equal(0, _fresh.Trainer.EpochsDone);
        Assert.Equal(Untouched.Value, _fresh.State);
    }

    private void RefusedAsForged(byte[] state, string what)
    {
        using var training = new MadeTraining();
        Refuse(Forged($"{MadeTraining.Header}\n", state), training, what);
    }

    private static byte[] Forged(string header, byte[] state)
    {
        byte[] rest = [.. Encoding.ASCII.GetBytes(header), .. state];
        string hash = Convert.ToHexStringLower(SHA256.HashData(rest));
        return [.. Encoding.ASCII.GetBytes("GCnn galaxy checkpoint 3\n" + Fingerprint + hash), .. rest];
    }

    private void Refuse(byte[] content, MadeTraining training, string what)
    {
        File.WriteAllBytes(Target, content);
        Exception? refusal = Record.Exception(() => Checkpoint.TryRead(Target, Fingerprint, training.Trainer));
        Assert.True(refusal is InvalidDataException, $"{what}: {refusal}");
        Assert.StartsWith($"{Target} is not a whole checkpoint (", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Delete it to train anew.", refusal.Message, StringComparison.Ordinal);
    }

    private static readonly Lazy<string> Untouched = new(() =>
    {
        using var training = new MadeTraining();
        return training.State;
    });
}
