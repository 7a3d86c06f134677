namespace GCnn.LibTorch.Tests.Oracle.Cases;

/// <summary>How each case of the oracle is computed here. The tables, one file a subject, together cover the file exactly.</summary>
internal static partial class CaseTable
{
    private static readonly Dictionary<string, Func<OracleCase, Outputs>>[] Tables =
    [
        Unary, Binary, Operators, Reductions, Shape, Indexing, LinearAlgebra, Creation, Random, Functional, Vision, Losses, Modules,
    ];

    internal static IReadOnlyDictionary<string, Func<OracleCase, Outputs>> All { get; } =
        Tables.SelectMany(table => table).ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The member a case is for: its name up to the slash.</summary>
    internal static string Member(string caseName) => caseName.Split('/')[0];
}
