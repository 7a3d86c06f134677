using GCnn.Groups;
using Spectre.Console;

namespace GCnn.Experiments.Kernels;

/// <summary>
/// The dimension of a space of kernels by characters, <c>(1/|H|) Σ_h χ_out(h) χ_in(h) χ_D(h)</c>, written out class by class.
/// Source: [Serre1977], section 2.3.
/// </summary>
internal sealed class DimensionTable
{
    // No row is this long, so none is wrapped.
    private const int NoWrap = 10_000;

    private readonly Representation _input;
    private readonly Representation _output;
    private readonly FilterBasis _filters;

    /// <summary>Counts the kernels.</summary>
    /// <param name="name">The group's name, as it was given.</param>
    /// <param name="input">The input field's representation.</param>
    /// <param name="output">The output field's representation.</param>
    /// <param name="filters">The scalar filters.</param>
    public DimensionTable(string name, Representation input, Representation output, FilterBasis filters)
    {
        (_input, _output, _filters) = (input, output, filters);
        Dimension = (int)Math.Round(KernelSpace.DimensionByCharacters(input, output, filters));
        Title = $"{name} on the {filters.Group.Lattice}, {input} -> {output}: {Dimension} kernel{(Dimension == 1 ? "" : "s")}";
    }

    /// <summary>The dimension.</summary>
    public int Dimension { get; }

    /// <summary>Group, fields and dimension in a line.</summary>
    public string Title { get; }

    /// <summary>Prints the title, the characters of each conjugacy class and their sum.</summary>
    /// <param name="found">The number of basis kernels that were found, which must be the same.</param>
    public void Print(int found)
    {
        PlaneGroup group = _filters.Group;
        FiniteGroup points = group.PointGroup;
        var table = new Table().Border(TableBorder.Markdown);
        foreach (string heading in new[] { "class of", "size", "out", "in", "filters", "size x product" })
        {
            table.AddColumn(new TableColumn(heading).NoWrap().RightAligned());
        }

        foreach (int c in Enumerable.Range(0, points.ConjugacyClasses.Count))
        {
            (int h, int size) = (points.ConjugacyClasses.Representative(c), points.ConjugacyClasses.Size(c));
            double[] characters = [_output.Character(h), _input.Character(h), _filters.Character(h)];
            double product = characters.Aggregate((double)size, (a, b) => a * b);
            string[] cells = [ElementName.Of(group, h), $"{size}", .. characters.Select(Number), Number(product)];
            table.AddRow(cells);
        }

        string stands = group.MaximumFrequency is null ? "" : $", for which {points} stands";
        Console.Out.WriteLine($"{Title}, found on {_filters}{stands}");
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = NoWrap;
        console.Write(table);
        Console.Out.WriteLine($"by characters: {points.Order * Dimension} / {points.Order} = {Dimension}; basis kernels found: {found}");
    }

    /// <summary>Three digits after the point, where there are any; no minus before a zero.</summary>
    private static string Number(double value) => $"{Math.Round(value, 3) + 0:0.###}";
}
