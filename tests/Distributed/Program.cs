return GCnn.Distributed.Tests.Worker.Run(args);
