using System.Diagnostics;
using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Onnx.Tests;

/// <summary>What docs/export.md says of ONNX.</summary>
public class ExportPage
{
    private static string Section { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "export.md"))
        .Split("## As an ONNX file")[1];

    [Fact]
    public void The_table_has_every_kind_of_module()
    {
        IEnumerable<string> rows = Section.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1]);
        Assert.Equal(
            Translators.ByKind.Keys.Select(kind => kind.Name).Order(StringComparer.Ordinal),
            rows.SelectMany(row => row.Split('`').Where((_, i) => i % 2 == 1)).Order(StringComparer.Ordinal));
    }

    [NodeFact]
    public void The_JavaScript_runs_as_it_stands()
    {
        string folder = Directory.CreateTempSubdirectory("gcnn-js").FullName;
        try
        {
            FieldType image = FieldType.Trivial(PlaneGroup.P4m, 3), logits = FieldType.Trivial(PlaneGroup.P4m, 2);
            using EquivariantSequential net = new(new Convolution(image, logits, Stencil.Square(3)), new SpatialPooling(logits));
            using (FileStream file = File.Create(Path.Combine(folder, "p4m.onnx")))
                OnnxFile.Write(OnnxExport.Of(net, [3, 65, 65]), file);
            Directory.CreateSymbolicLink(
                Path.Combine(folder, "node_modules"), Path.Combine(OnnxRuntimeFolder.Filled(), "node_modules"));
            string script = Section.Split("```js\n")[1].Split("```")[0];
            File.WriteAllText(
                Path.Combine(folder, "use.mjs"), "const count = 2, pixels = new Float32Array(2 * 3 * 65 * 65).fill(1);\n" + script);
            using IDisposable noGrad = no_grad();
            Tensor expected = net.call(ones(1, 3, 65, 65));
            string said = Run(folder, "node", "use.mjs");
            Assert.StartsWith("[ 2, 2 ] Float32Array(4) [", said, StringComparison.Ordinal);
            float[] numbers = [.. said.Split('[', ']')[3].Split(',').Select(number => float.Parse(number))];
            Assert.Equal(expected[0, 0].item<float>(), numbers[2], 1e-4);
            Assert.Equal(expected[0, 1].item<float>(), numbers[3], 1e-4);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string folder, string program, string argument)
    {
        ProcessStartInfo start = new(program, argument)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
