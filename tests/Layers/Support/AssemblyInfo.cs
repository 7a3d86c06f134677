// Layers draw from libtorch's one default generator, and one test reads the process's memory: tests run one after another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
