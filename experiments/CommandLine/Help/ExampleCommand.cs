using System.CommandLine;

namespace GCnn.Experiments.CommandLine.Help;

/// <summary>A command of the program. Each has an example, which its help shows and the tests run.</summary>
/// <remarks>
/// The order in which options are added is that of their importance: where a screen has no room for all, the first are explained and the rest
/// are named. The first sentence of a description is what a list shows; the others are for <c>--help all</c>.
/// </remarks>
internal sealed class ExampleCommand : Command
{
    /// <summary>A command without options; add them as to any <see cref="Command"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does; the first sentence is short.</param>
    /// <param name="example">A line to type, which begins with <c>gcnn</c> and works.</param>
    public ExampleCommand(string name, string description, string example)
        : base(name, description) => Example = example;

    /// <summary>A line to type.</summary>
    public string Example { get; }
}
