using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>ONNX Runtime, another implementation of the operators, in a process of node. Source: [OnnxRuntime2024].</summary>
public sealed class OnnxRuntime : IDisposable
{
    private const string Program = "node";

    private readonly Process _process;

    private OnnxRuntime(Process process) => _process = process;

    /// <summary>Starts it; the first time, its packages are got from npm's registry.</summary>
    /// <exception cref="IOException">node is missing, or the packages cannot be got; one sentence.</exception>
    public static OnnxRuntime Start() => Start(Program);

    /// <summary>Reads a model, which <see cref="Run"/> runs from then on.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses it; one sentence with its reason.</exception>
    public void Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Ask(new JsonObject { ["load"] = Path.GetFullPath(path) });
    }

    /// <summary>Runs the model.</summary>
    /// <param name="images">The input <c>images</c>.</param>
    /// <param name="output">Which output is asked for.</param>
    /// <returns>The output, in float32.</returns>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses the images; one sentence with its reason.</exception>
    public Tensor Run(Tensor images, string output = OnnxExport.Output)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        Tensor given = images.detach().to(ScalarType.Float32).cpu().contiguous();
        JsonNode answer = Ask(new JsonObject
        {
            ["run"] = new JsonObject
            {
                ["input"] = OnnxExport.Input,
                ["output"] = output,
                ["shape"] = new JsonArray([.. given.shape.Select(length => JsonValue.Create(length))]),
                ["data"] = Convert.ToBase64String(given.bytes),
            },
        });
        byte[] data = Convert.FromBase64String((string)answer["data"]!);
        long[] shape = [.. answer["shape"]!.AsArray().Select(length => (long)length!)];
        return tensor(MemoryMarshal.Cast<byte, float>(data).ToArray(), shape).MoveToOuterDisposeScope();
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Dispose();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    internal static OnnxRuntime Start(string program)
    {
        using StreamReader script = new(typeof(OnnxRuntime).Assembly.GetManifestResourceStream("run.mjs")!);
        ProcessStartInfo start = new(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Array.ForEach(["--input-type=module", "-e", script.ReadToEnd()], start.ArgumentList.Add);
        OnnxRuntime runtime = Started(start);
        try
        {
            runtime.Ask(new JsonObject { ["folder"] = OnnxRuntimeFolder.Filled() });
            return runtime;
        }
        catch
        {
            runtime.Dispose();
            throw;
        }
    }

    private static OnnxRuntime Started(ProcessStartInfo start)
    {
        try
        {
            return new OnnxRuntime(Process.Start(start)!);
        }
        catch (Win32Exception missing)
        {
            throw new FileNotFoundException(
                $"ONNX Runtime is run by node, and there is no program '{start.FileName}' here; install it (on Debian: apt-get install " +
                "nodejs), or do without the check.", missing);
        }
    }

    private JsonNode Ask(JsonObject request)
    {
        try
        {
            _process.StandardInput.WriteLine(request.ToJsonString());
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended, and its answer below is none.
        }

        string? line = _process.StandardOutput.ReadLine();
        JsonNode answer = line is null
            ? throw new InvalidDataException("node ended before ONNX Runtime gave an answer; its complaint stands above.")
            : JsonNode.Parse(line)!;
        return answer["error"] is { } error
            ? throw new InvalidDataException($"ONNX Runtime refuses: {((string)error!).TrimEnd('.')}.")
            : answer;
    }
}
