namespace TorchSharp.Modules;

/// <summary>What a parameter group may set for itself; what it leaves null it takes from the optimiser.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    /// <summary>Where schedules start.</summary>
    public double InitialLearningRate { get; set; }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }
}
