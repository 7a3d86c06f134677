using BenchmarkDotNet.Running;
using GCnn.Benchmarks;

// dotnet run -c Release --project benchmarks -- --filter '*'
// dotnet run -c Release --project benchmarks -- peers
if (args is ["peers", ..])
{
    return PeerCommand.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(ConvolutionBenchmarks).Assembly).Run(args);
return 0;
