namespace GCnn.Groups.Tests;

/// <summary>Sampled kernels, <c>kernels x output x input x points</c>, and the constraint on them.</summary>
internal sealed record KernelSamples(KernelSpace Space, double[] Values)
{
    public static KernelSamples Of(KernelSpace space) => new(space, space.Sample());

    private int Points => Space.Filters.Stencil.Count;

    private int Channels => Space.Output.Dimension * Space.Input.Dimension;

    /// <summary>The largest <c>|k(h u) − ρ_out(h) k(u) ρ_in(h)⁻¹|</c> over kernels, points and elements that keep the lattice.</summary>
    public double Violation()
    {
        PlaneGroup group = Space.Filters.Group;
        double worst = 0;
        foreach (int h in Enumerable.Range(0, group.Order).Where(group.KeepsLattice))
        {
            int[] images = Images(group, h);
            ((int, double)[][] left, (int, double)[][] right) = (Rows(Space.Output, h), Rows(Space.Input, h));
            for (int kernel = 0; kernel < Space.Dimension; kernel++)
            {
                for (int u = 0; u < Points; u++)
                {
                    worst = Math.Max(worst, Difference(kernel, u, images[u], left, right));
                }
            }
        }

        return worst;
    }

    /// <summary>The largest deviation of the Gram matrix, by sums over the samples, from the identity.</summary>
    public double Skewness()
    {
        int length = Channels * Points;
        double worst = 0;
        for (int a = 0; a < Space.Dimension; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = 0;
                for (int i = 0; i < length; i++)
                {
                    sum += Values[(a * length) + i] * Values[(b * length) + i];
                }

                worst = Math.Max(worst, Math.Abs(sum - (a == b ? 1 : 0)));
            }
        }

        return worst;
    }

    /// <summary>The non-zero entries (column, value) of each row.</summary>
    private static (int, double)[][] Rows(Representation rho, int h) =>
        [.. rho.Matrix(h).ToRowArrays().Select(row => row.Index().Where(entry => entry.Item != 0).ToArray())];

    private static int[] Images(PlaneGroup group, int h, Stencil stencil)
    {
        Dictionary<LatticePoint, int> indexOf = stencil.DoubledPoints.Index().ToDictionary(p => p.Item, p => p.Index);
        return [.. stencil.DoubledPoints.Select(p => indexOf[group.Matrix(h).Transform(p)])];
    }

    private int[] Images(PlaneGroup group, int h) => Images(group, h, Space.Filters.Stencil);

    private double Difference(int kernel, int u, int moved, (int, double)[][] left, (int, double)[][] right)
    {
        (int rows, int columns) = (Space.Output.Dimension, Space.Input.Dimension);
        double At(int o, int i, int point) => Values[(((((kernel * rows) + o) * columns) + i) * Points) + point];
        double worst = 0;
        for (int o = 0; o < rows; o++)
        {
            for (int i = 0; i < columns; i++)
            {
                double turned = 0;
                foreach ((int p, double a) in left[o])
                {
                    foreach ((int q, double b) in right[i])
                    {
                        turned += a * b * At(p, q, u);
                    }
                }

                worst = Math.Max(worst, Math.Abs(At(o, i, moved) - turned));
            }
        }

        return worst;
    }
}
