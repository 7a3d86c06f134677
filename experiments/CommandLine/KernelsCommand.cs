using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Kernels;
using GCnn.Groups;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn kernels</c>.</summary>
internal static class KernelsCommand
{
    private static readonly Option<string> Group = new("--group")
    {
        Description = $"C1 to C{GroupName.MaximumRotations}, D1 to D{GroupName.MaximumRotations} (D6 has 6 rotations and 6 reflections), " +
            $"SO2, O2, or a plane group: {string.Join(' ', PlaneGroup.All.Select(group => group.Name))}.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string?> OnLattice = new("--lattice")
    {
        Description = "square or hexagonal. Without it: the hexagonal lattice for Cn and Dn where 3 divides n, else the square one.",
        HelpName = "NAME",
    };

    private static readonly Option<string[]> In = Field(
        "--in", "The input field: trivial, regular, irrep K or quotient S (such as quotient C2). Without it: trivial.");

    private static readonly Option<string[]> OutField = Field(
        "--out-field", "The output field, named in the same way. Without it: regular, and irrep 1 for SO2 and O2.");

    private static readonly Option<int?> Size = new("--size")
    {
        Description = $"Cells across the stencil, up to {KernelOptions.MaximumSize}; odd on the hexagonal lattice. Without it: 3, and 5 " +
            "where the group turns pixels off the lattice.",
        HelpName = "N",
        CustomParser = given => WholeNumber.Parse(given),
    };

    private static readonly Option<bool> Smooth = new("--smooth")
    {
        Description = "Shows the kernels between the points of the stencil as well (only where the group turns pixels off the lattice).",
    };

    private static readonly Option<int> Scale = new("--scale")
    {
        Description = "Pixels from one point of the stencil to the next in the picture.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => KernelOptions.DefaultScale,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "File for the picture, a PNG.",
        HelpName = "FILE.png",
        Required = true,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "kernels",
            "Draws and counts the kernels that commute with a group.",
            "gcnn kernels --group D6 --out kernels.png")
        {
            Group, OnLattice, In, OutField, Size, Smooth, Scale, Out,
        };
        command.SetAction(parse => Guard.Run(() => KernelExperiment.Run(Read(parse))));
        return command;
    }

    private static KernelOptions Read(ParseResult parse)
    {
        GroupName group = GroupName.Parse(parse.GetRequiredValue(Group), parse.GetValue(OnLattice));
        string[] usual = group.IsContinuous ? ["irrep", "1"] : ["regular"];
        return new KernelOptions(
            group,
            FieldName.Parse("--in", parse.GetValue(In) is [_, ..] input ? input : ["trivial"]),
            FieldName.Parse("--out-field", parse.GetValue(OutField) is [_, ..] output ? output : usual),
            parse.GetValue(Size), parse.GetValue(Smooth), parse.GetValue(Scale), parse.GetRequiredValue(Out)).Checked();
    }

    private static Option<string[]> Field(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "KIND",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
    };
}
