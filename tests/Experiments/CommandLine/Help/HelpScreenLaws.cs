using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.CommandLine.Help;

/// <summary>The help of every command, found by walking the program's own tree of commands.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class HelpScreenLaws
{
    public static TheoryData<string> Paths => [.. Commands(GcnnCommand.Root()).Select(CommandPath.Of)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Help_fits_a_window_of_24_lines_of_80_characters_and_has_an_example(string path)
    {
        Outcome help = await Outcome.Of([.. path.Split(' ')[1..], "--help"]);
        Assert.Equal((0, ""), (help.Code, help.Error));
        string[] lines = help.Out.TrimEnd('\n').Split('\n');
        Assert.Null(Fault(lines));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_example_is_of_this_command_and_parses(string path)
    {
        string example = HelpScreen.ExampleOf(Find(path));
        Assert.StartsWith("gcnn ", example, StringComparison.Ordinal);
        Assert.True(Parses(example), example);
        Assert.True(path == "gcnn" || example.StartsWith($"{path} ", StringComparison.Ordinal), example);
    }

    [Theory]
    [InlineData("gcnn galaxy --modles z2")]
    [InlineData("gcnn kernels --group D6")]
    [InlineData("gcnn galaxy --epochs two")]
    public void An_example_with_a_mistake_is_found(string example) => Assert.False(Parses(example));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task All_help_names_and_explains_every_option_in_lines_that_fit(string path)
    {
        Command command = Find(path);
        Outcome help = await Outcome.Of([.. path.Split(' ')[1..], "--help", "all"]);
        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.All(help.Out.Split('\n'), line => Assert.InRange(line.Length, 0, HelpScreen.Width));
        Option[] options = [.. command.Options.Where(option => !option.Hidden && option is not HelpOption)];
        Assert.All(options, option => Assert.Contains($"  {HelpRow.Written(option)}", help.Out, StringComparison.Ordinal));
        Assert.All(options, option => Assert.False(string.IsNullOrEmpty(option.Description), $"{path} {option.Name} has no description"));
        string words = string.Join(' ', help.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.All(options, option => Assert.Contains(option.Description!, words, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_short_help_names_every_option(string path)
    {
        Outcome help = await Outcome.Of([.. path.Split(' ')[1..], "-h"]);
        Assert.All(
            Find(path).Options.Where(option => !option.Hidden && option is not HelpOption),
            option => Assert.Contains(option.Name, help.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_there_is_no_room_the_first_options_are_explained_and_the_rest_named()
    {
        var command = new ExampleCommand("many", "Has many options.", "gcnn many --option-00 3");
        foreach (int i in Enumerable.Range(0, 30))
        {
            command.Options.Add(new Option<int>($"--option-{i:00}") { Description = $"Its number is {i}. There is more to say.", HelpName = "N" });
        }

        string[] lines = [.. HelpScreen.Of(command)];
        Assert.Null(Fault(lines));
        Assert.Contains("  --option-00 <N>  Its number is 0", lines);
        Assert.Contains(lines, line => line.Contains("--option-29 <N>", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("more to say", StringComparison.Ordinal));
        Assert.Equal("'many --help all' explains everything.", lines[^1]);
        Assert.Contains("  --option-29 <N>  Its number is 29. There is more to say.", HelpScreen.AllOf(command));
    }

    [Fact]
    public void Where_there_is_room_nothing_is_left_out()
    {
        var size = new Option<int>("--size") { Description = "Side. In pixels.", HelpName = "N", DefaultValueFactory = _ => 65 };
        var group = new Option<string>("--group") { Description = "A group.", HelpName = "NAME", Required = true };
        var command = new ExampleCommand("few", "Has few options.", "gcnn few p4m") { size, group, new Argument<string>("model") { Description = "A model." } };
        Assert.Equal(
            [
                "Has few options.", "", "Usage: few <model> --group <NAME> [options]", "Example: gcnn few p4m", "", "Arguments:", "  <model>  A model.",
                "", "Options:", "  --size <N>      Side. In pixels. [65]", "  --group <NAME>  A group.",
            ],
            HelpScreen.Of(command));
    }

    [Fact]
    public void An_example_that_takes_two_lines_can_be_copied_into_a_shell()
    {
        string example = $"gcnn long --model results/p4m.safetensors --data galaxies.zip --out {new string('x', 20)}.csv";
        string[] lines = [.. HelpScreen.Of(new ExampleCommand("long", "Has a long example.", example))];
        Assert.Null(Fault(lines));
        int first = Array.FindIndex(lines, line => line.StartsWith("Example: ", StringComparison.Ordinal));
        Assert.EndsWith(@" \", lines[first], StringComparison.Ordinal);
        Assert.Equal(example, $"{lines[first]["Example: ".Length..^2]} {lines[first + 1].Trim()}");
    }

    [Fact]
    public void A_command_without_an_example_is_refused() => Assert.Equal(
        "bare has no example; make it an ExampleCommand.",
        Assert.Throws<InvalidOperationException>(() => HelpScreen.Of(new Command("bare", "Has none."))).Message);

    [Fact]
    public void Help_that_is_too_long_too_wide_or_has_no_example_is_found()
    {
        string[] good = ["Does it.", "", "Usage: gcnn it", "Example: gcnn it"];
        Assert.Null(Fault(good));
        Assert.NotNull(Fault([.. good, .. Enumerable.Repeat("more", 20)]));
        Assert.NotNull(Fault([.. good, new string('x', 81)]));
        Assert.NotNull(Fault(good[..3]));
    }

    private static string? Fault(string[] lines)
    {
        string text = string.Join('\n', lines);
        return lines.Length > HelpScreen.Height ? $"{lines.Length} lines:\n{text}"
            : lines.Any(line => line.Length > HelpScreen.Width) ? $"a line is too long:\n{text}"
            : lines.Any(line => line.StartsWith("Example: gcnn ", StringComparison.Ordinal)) ? null : $"there is no example:\n{text}";
    }

    private static bool Parses(string example)
    {
        ParseResult parse = GcnnCommand.Root().Parse([.. CommandLineParser.SplitCommandLine(example).Skip(1)]);
        return parse is { Errors.Count: 0, UnmatchedTokens.Count: 0 };
    }

    private static Command Find(string path) => Commands(GcnnCommand.Root()).Single(command => CommandPath.Of(command) == path);

    private static IEnumerable<Command> Commands(Command command) => [command, .. command.Subcommands.SelectMany(Commands)];
}
