using BenchmarkDotNet.Running;
using GCnn.Benchmarks;

// dotnet run -c Release --project benchmarks -- --filter '*'
// dotnet run -c Release --project benchmarks -- peers
// dotnet run -c Release --project benchmarks -- routes [COUNT] [SEED]
if (args is ["peers", ..])
{
    return PeerCommand.Run(args[1..]);
}

if (args is ["routes", ..])
{
    return RouteFit.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(ConvolutionBenchmarks).Assembly).Run(args);
return 0;
