using GCnn.Layers.Tests;

namespace GCnn.Onnx.Tests;

/// <summary>Names are defined once and before they are read, and operators are those of the set.</summary>
public class OnnxStructureLaws
{
    private static readonly OnnxNode First = new("a", "Relu", ["images"], "a"), Second = new("b", "Add", ["a", "one"], "logits");
    private static readonly OnnxTensor One = OnnxTensor.Of("one", [], [1f]);

    [Fact]
    public void A_graph_in_order_is_well_formed() => OnnxStructure.Require(Graph([First, Second], [One]));

    [Fact]
    public void A_graph_out_of_order_or_with_names_twice_is_refused()
    {
        Refuses([Second, First], [One], "node b reads 'a', which nothing before it defines");
        Refuses([First, Second], [], "node b reads 'one', which nothing before it defines");
        Refuses([First, Second], [One, One], "among the constants, 'one' is empty or defined twice");
        Refuses([First, First, Second], [One], "among the names of nodes, 'a' is empty or defined twice");
        Refuses([First, new("c", "Relu", ["images"], "a"), Second], [One], "among the outputs of nodes, 'a' is empty or defined twice");
        Refuses([First, new("c", "Relu", ["a"], "one"), Second], [One], "among the outputs of nodes, 'one' is empty or defined twice");
        Refuses([First], [], "the graph has no output, or one that nothing defines");
    }

    [Fact]
    public void Operators_inputs_and_attributes_that_the_set_has_not_are_refused()
    {
        Refuses([First, new("b", "Convolve", ["a"], "logits")], [], "node b is of the operator 'Convolve', which is not used here");
        Refuses([First, new("b", "Add", ["a"], "logits")], [], "node b has 1 inputs; Add takes 2 or more");
        Refuses(
            [First, new("b", "Relu", ["a"], "logits", OnnxAttribute.Of("alpha", 0.5))], [],
            "node b has an attribute 'alpha', which Relu has not");
    }

    private static void Refuses(OnnxNode[] nodes, OnnxTensor[] constants, string why) => Messages.Say<InvalidDataException>(
        () =>
        {
            OnnxStructure.Require(Graph(nodes, constants));
            return null;
        },
        why);

    private static OnnxGraph Graph(OnnxNode[] nodes, OnnxTensor[] constants) => new(
        "graph", nodes, constants, [new OnnxValue("images", OnnxElement.Float, OnnxDimension.Batch)],
        [new OnnxValue("logits", OnnxElement.Float, OnnxDimension.Batch)]);
}
