using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace GCnn.Actions.Tests;

/// <summary>
/// The formula <c>(L_g f)(x) = rho(g) f(g^-1 x)</c>, pixel by pixel and with full matrices. A hexagonal image has no pixels outside.
/// </summary>
internal static class NaiveAction
{
    public static torch.Tensor Apply(torch.Tensor field, FieldType type, PlaneGroupElement g)
    {
        (long samples, long rows, long columns) = (field.shape[0], field.shape[2], field.shape[3]);
        (long outRows, long outColumns) = g.Group.SwapsAxes(g.Point) ? (columns, rows) : (rows, columns);
        Matrix<double> rho = BlockDiagonal(type, g.Point);
        IntegerMatrix back = g.Matrix.Inverse;
        double[] input = field.data<double>().ToArray();
        double[,,,] output = new double[samples, type.Channels, outRows, outColumns];
        for (long n = 0; n < samples; n++)
        {
            for (long y = 0; y < outRows; y++)
            {
                for (long x = 0; x < outColumns; x++)
                {
                    // x - t on the torus, then M^-1 in half pixels from the centre.
                    long shiftedX = Modulo(x - g.Translation.X, outColumns), shiftedY = Modulo(y - g.Translation.Y, outRows);
                    LatticePoint p = back.Transform(new((int)((2 * shiftedX) - outColumns + 1), (int)((2 * shiftedY) - outRows + 1)));
                    long column = (p.X + columns - 1) / 2, row = (p.Y + rows - 1) / 2;
                    if (g.Group.Lattice is HexagonalLattice && !new HexagonalDomain((int)rows / 2).Contains(new(p.X / 2, p.Y / 2)))
                    {
                        continue;
                    }

                    var fibre = Vector<double>.Build.Dense(
                        type.Channels, c => input[(((((n * type.Channels) + c) * rows) + row) * columns) + column]);
                    var turned = rho * fibre;
                    for (int c = 0; c < type.Channels; c++)
                    {
                        output[n, c, y, x] = turned[c];
                    }
                }
            }
        }

        return torch.tensor(output);
    }

    public static Matrix<double> BlockDiagonal(FieldType type, int g)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(type.Channels, type.Channels);
        for (int field = 0; field < type.Fields.Count; field++)
        {
            matrix.SetSubMatrix(type.Offset(field), type.Offset(field), type.Fields[field].Matrix(g));
        }

        return matrix;
    }

    private static long Modulo(long a, long n) => ((a % n) + n) % n;
}
