return await GCnn.Experiments.CommandLine.GcnnCommand.Run(args).ConfigureAwait(false);
