using static TorchSharp.torch;

namespace GCnn.Distributed.Tests;

/// <summary>What one process of a job does: it asks the questions of the tests and prints the answers, each a line "name value".</summary>
internal static class Worker
{
    public static int Run(string[] arguments)
    {
        set_num_threads(1);
        using MpiWorld world = MpiWorld.Start();
        switch (arguments[0])
        {
            case "exchange":
                Say(world.All, MpiAnswers.Of(world.All));
                Say(world.All, GradientAnswers.Of(world.All));
                break;
            case "agreement":
                Say(world.All, AgreementAnswers.Of(world.All));
                break;
            case "die":
                world.All.Barrier();
                if (world.All.Rank == world.All.Size - 1)
                    MpiWorld.Abort(7);
                world.All.Barrier();
                break;
            default:
                throw new ArgumentException(arguments[0]);
        }

        return 0;
    }

    private static void Say(Communicator all, IEnumerable<(string Name, double Value)> answers)
    {
        foreach ((string name, double value) in answers)
        {
            if (all.Rank == 0)
                Console.WriteLine($"{name} {value:R}");
        }
    }
}
