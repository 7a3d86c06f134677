namespace GCnn.Experiments.Check;

/// <summary>What <c>gcnn check</c> found by measurement.</summary>
public enum CheckAnswer
{
    /// <summary>The model commutes with the group that it claims.</summary>
    Equivariant,

    /// <summary>It does not.</summary>
    NotEquivariant,

    /// <summary>The measurement could not have failed, so that it says nothing.</summary>
    CouldNotTell,
}
