namespace GCnn.Experiments.Models;

/// <summary>What the models of a comparison share.</summary>
public enum BudgetKind
{
    /// <summary>The number of parameters.</summary>
    Parameters,

    /// <summary>The multiply-adds of one image, with the filters of the plain net that a model is exported to.</summary>
    MultiplyAdds,

    /// <summary>The measured time of a training step.</summary>
    Time,
}
