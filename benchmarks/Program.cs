using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(GCnn.Benchmarks.ConvolutionBenchmarks).Assembly).Run(args);
