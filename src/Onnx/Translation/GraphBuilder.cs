namespace GCnn.Onnx;

/// <summary>Collects nodes and constants, and gives each a name of its own.</summary>
internal sealed class GraphBuilder
{
    private readonly List<OnnxNode> _nodes = [];
    private readonly Dictionary<string, OnnxTensor> _constants = [];
    private readonly HashSet<string> _names = [];

    /// <summary>A name that stands for an input of the graph.</summary>
    public string Input(string name) => Fresh(name);

    /// <summary>A node, and the name of what it gives, which is its own.</summary>
    public string Add(string name, string operation, IReadOnlyList<string> inputs, params IReadOnlyList<OnnxAttribute> attributes)
    {
        string fresh = Fresh(name);
        _nodes.Add(new OnnxNode(fresh, operation, inputs, fresh, attributes));
        return fresh;
    }

    /// <summary>A constant; one of the same name must be the same, and stands there once.</summary>
    public string Constant(OnnxTensor constant)
    {
        if (_constants.TryGetValue(constant.Name, out OnnxTensor? known))
        {
            return known.Bytes.Span.SequenceEqual(constant.Bytes.Span) && known.Shape.SequenceEqual(constant.Shape)
                ? known.Name
                : throw new InvalidOperationException($"GraphBuilder: there are two constants {constant.Name}.");
        }

        _names.Add(constant.Name);
        _constants.Add(constant.Name, constant);
        return constant.Name;
    }

    /// <summary>Calls what a node gives by another name, as an output of the graph; an input of it passes through a node first.</summary>
    public string Rename(string value, string name)
    {
        string fresh = Fresh(name);
        if (!_nodes.Exists(node => node.Output == value))
        {
            _nodes.Add(new OnnxNode(fresh, "Identity", [value], fresh));
            return fresh;
        }

        string Renamed(string old) => old == value ? fresh : old;
        for (int i = 0; i < _nodes.Count; i++)
        {
            OnnxNode node = _nodes[i];
            _nodes[i] = new OnnxNode(
                node.Name, node.Operation, [.. node.Inputs.Select(Renamed)], Renamed(node.Output), node.Attributes);
        }

        return fresh;
    }

    /// <summary>The graph of all that was added.</summary>
    public OnnxGraph Build(string name, IReadOnlyList<OnnxValue> inputs, IReadOnlyList<OnnxValue> outputs)
    {
        OnnxGraph graph = new(name, [.. _nodes], [.. _constants.Values], inputs, outputs);
        OnnxStructure.Require(graph);
        return graph;
    }

    private string Fresh(string name)
    {
        string fresh = name;
        for (int i = 1; !_names.Add(fresh); i++)
        {
            fresh = $"{name}.{i}";
        }

        return fresh;
    }
}
