using GCnn.Layers;
using TorchSharp.Modules;

namespace GCnn.Onnx;

/// <summary>Functions of numbers that take several operators.</summary>
internal static class Nonlinearities
{
    // Above it, log(1 + exp x) − x is less than 4e-8, what a float of that size cannot hold.
    private const double PlainAbove = 17;

    /// <summary><c>x (1 + erf(x / √2)) / 2</c>, or with the <c>tanh</c> that approximates it. Source: [HendrycksGimpel2016].</summary>
    public static string Gelu(GELU module, Translation at)
    {
        string x = at.Input.Name, sigmoid;
        if (module.approximate == GELU.Approximate.none)
        {
            sigmoid = at.Add("Erf", [at.Add("Div", [x, at.Number(Math.Sqrt(2))])]);
        }
        else
        {
            string cube = at.Add("Mul", [at.Add("Pow", [x, at.Number(3)]), at.Number(0.044715)]);
            sigmoid = at.Add("Tanh", [at.Add("Mul", [at.Add("Add", [x, cube]), at.Number(Math.Sqrt(2 / Math.PI))])]);
        }

        return at.Add("Mul", [at.Add("Mul", [x, at.Add("Add", [sigmoid, at.Number(1)])]), at.Number(0.5)]);
    }

    /// <summary><c>Softplus</c> between factors; where the threshold is so low that it shows, <c>Where</c>.</summary>
    public static string Softplus(Softplus module, Translation at)
    {
        string scaled = module.beta == 1 ? at.Input.Name : at.Add("Mul", [at.Input.Name, at.Number(module.beta)]);
        string soft = at.Add("Softplus", [scaled]);
        string result = module.beta == 1 ? soft : at.Add("Div", [soft, at.Number(module.beta)]);
        return module.threshold >= PlainAbove
            ? result
            : at.Add("Where", [at.Add("Greater", [scaled, at.Number(module.threshold)]), at.Input.Name, result]);
    }

    /// <summary><c>Reshape</c>, <c>ReduceMax</c>, <c>Equal</c>, <c>Cast</c>, <c>ReduceSum</c>, <c>Div</c>, <c>Reshape</c>.</summary>
    public static string Winners(PlainWinners module, Translation at)
    {
        long channels = at.Input.Shape[1];
        string runs = at.Add("Reshape", [at.Input.Name, at.Numbers(0, channels / module.Count, module.Count, at.Rows, at.Columns)]);
        string largest = at.Add("ReduceMax", [runs], OnnxAttribute.Of("axes", [2L]), OnnxAttribute.Of("keepdims", 1L));
        string attained = at.Add(
            "Cast", [at.Add("Equal", [runs, largest])], OnnxAttribute.Of("to", (long)OnnxElement.Float));
        string count = at.Add("ReduceSum", [attained, at.Numbers(2)], OnnxAttribute.Of("keepdims", 1L));
        return at.Add("Reshape", [at.Add("Div", [attained, count]), at.Numbers(0, channels, at.Rows, at.Columns)]);
    }
}
