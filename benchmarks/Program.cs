using BenchmarkDotNet.Running;
using GCnn.Benchmarks;

// dotnet run -c Release --project benchmarks -- --filter '*'
// dotnet run -c Release --project benchmarks -- peers
// dotnet run -c Release --project benchmarks -- routes measure FILE COUNT SEED | fit FILE | judge FILE
if (args is ["peers", ..])
{
    return PeerCommand.Run(args[1..]);
}

if (args is ["routes", ..])
{
    return RouteCommand.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(ConvolutionBenchmarks).Assembly).Run(args);
return 0;
