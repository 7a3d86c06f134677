namespace GCnn.Onnx;

/// <summary>What must hold of every graph: names, order and operators.</summary>
/// <remarks>
/// Every name is defined once; a node reads inputs, constants and what nodes before it gave; outputs are defined; an operator is one that
/// is used here, with as many inputs as it takes and with attributes that it has. Source: [Onnx2022].
/// </remarks>
public static class OnnxStructure
{
    private static readonly string[] Windowed = ["kernel_shape", "strides", "pads", "dilations", "group", "output_padding"];

    // Inputs at least and at most, and attributes, as the set of operators 17 has them.
    private static readonly Dictionary<string, (int Least, int Most, string[] Attributes)> Operators = new()
    {
        ["Add"] = (2, 2, []), ["Mul"] = (2, 2, []), ["Div"] = (2, 2, []), ["Pow"] = (2, 2, []), ["MatMul"] = (2, 2, []),
        ["Equal"] = (2, 2, []), ["Greater"] = (2, 2, []), ["Where"] = (3, 3, []), ["Cast"] = (1, 1, ["to"]),
        ["Conv"] = (2, 3, Windowed[..5]), ["ConvTranspose"] = (2, 3, Windowed[..6]), ["Gemm"] = (2, 3, ["transB"]),
        ["BatchNormalization"] = (5, 5, ["epsilon"]), ["MaxPool"] = (1, 1, Windowed[..4]),
        ["AveragePool"] = (1, 1, ["kernel_shape", "strides", "pads", "count_include_pad"]),
        ["GlobalMaxPool"] = (1, 1, []), ["GlobalAveragePool"] = (1, 1, []),
        ["Relu"] = (1, 1, []), ["LeakyRelu"] = (1, 1, ["alpha"]), ["Elu"] = (1, 1, ["alpha"]), ["Erf"] = (1, 1, []),
        ["Sigmoid"] = (1, 1, []), ["Tanh"] = (1, 1, []), ["Softplus"] = (1, 1, []), ["Softmax"] = (1, 1, ["axis"]),
        ["LogSoftmax"] = (1, 1, ["axis"]), ["Identity"] = (1, 1, []), ["Flatten"] = (1, 1, ["axis"]), ["Reshape"] = (2, 2, []),
        ["Transpose"] = (1, 1, ["perm"]), ["Pad"] = (2, 3, ["mode"]), ["Gather"] = (2, 2, ["axis"]),
        ["ReduceMax"] = (1, 1, ["axes", "keepdims"]), ["ReduceSum"] = (2, 2, ["keepdims"]), ["Concat"] = (1, int.MaxValue, ["axis"]),
    };

    /// <summary>Checks a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <exception cref="InvalidDataException">Something does not hold; one sentence says what.</exception>
    public static void Require(OnnxGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        HashSet<string> known = [];
        Define(known, graph.Inputs.Select(input => input.Name), "inputs");
        Define(known, graph.Constants.Select(constant => constant.Name), "constants");
        HashSet<string> names = [];
        foreach (OnnxNode node in graph.Nodes)
        {
            Define(names, [node.Name], "names of nodes");
            RequireOperator(node);
            if (node.Inputs.FirstOrDefault(input => !known.Contains(input)) is { } unknown)
            {
                throw new InvalidDataException($"node {node.Name} reads '{unknown}', which nothing before it defines");
            }

            Define(known, [node.Output], "outputs of nodes");
        }

        if (graph.Outputs.Count == 0 || graph.Outputs.FirstOrDefault(output => !known.Contains(output.Name)) is not null)
        {
            throw new InvalidDataException("the graph has no output, or one that nothing defines");
        }
    }

    private static void RequireOperator(OnnxNode node)
    {
        if (!Operators.TryGetValue(node.Operation, out (int Least, int Most, string[] Attributes) rule))
        {
            throw new InvalidDataException($"node {node.Name} is of the operator '{node.Operation}', which is not used here");
        }

        if (node.Inputs.Count < rule.Least || node.Inputs.Count > rule.Most)
        {
            throw new InvalidDataException($"node {node.Name} has {node.Inputs.Count} inputs; {node.Operation} takes {rule.Least} or more");
        }

        if (node.Attributes.FirstOrDefault(attribute => !rule.Attributes.Contains(attribute.Name)) is { } attribute)
        {
            throw new InvalidDataException($"node {node.Name} has an attribute '{attribute.Name}', which {node.Operation} has not");
        }
    }

    private static void Define(HashSet<string> known, IEnumerable<string> names, string what)
    {
        if (names.FirstOrDefault(name => name.Length == 0 || !known.Add(name)) is { } name)
        {
            throw new InvalidDataException($"among the {what}, '{name}' is empty or defined twice");
        }
    }
}
