using System.CommandLine;
using GCnn.Experiments.CommandLine;

var root = new RootCommand("GCnn: group-equivariant CNNs for images in the plane. Each command is one experiment.") { GalaxyCommand.Create() };
return await root.Parse(args).InvokeAsync(new InvocationConfiguration
{
    // After Ctrl-C the running batch is finished and the last whole epoch stays on disk.
    ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
}).ConfigureAwait(false);
