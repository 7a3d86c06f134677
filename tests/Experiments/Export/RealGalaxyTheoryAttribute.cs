using GCnn.Experiments.Tests.Data;
using GCnn.Onnx.Tests;

namespace GCnn.Experiments.Tests.Export;

/// <summary>Tests on the real galaxies that run ONNX Runtime; reported as skipped where either is missing.</summary>
public sealed class RealGalaxyTheoryAttribute : TheoryAttribute
{
    public RealGalaxyTheoryAttribute() => Skip = new SharedDataFactAttribute().Skip ?? NodeTheoryAttribute.Missing.Value;
}
