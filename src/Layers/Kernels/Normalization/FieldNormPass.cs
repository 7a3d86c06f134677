using System.Numerics;
using TorchSharp;

namespace GCnn.Layers;

/// <summary>What <see cref="FieldNorm"/> does with one field of a batch.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed unsafe class FieldNormPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly FieldNorm _norm;
    private readonly T[] _weight;
    private readonly T[] _bias;
    private readonly int _images;
    private readonly long _image;
    private readonly int _plane;

    internal FieldNormPass(FieldNorm norm, torch.Tensor input, T[] weight, T[] bias)
    {
        (_norm, _weight, _bias) = (norm, weight, bias);
        (_images, _plane) = (checked((int)input.size(0)), checked((int)(input.size(2) * input.size(3))));
        _image = input.size(1) * _plane;
    }

    /// <summary>The images of the batch that are here.</summary>
    internal int Images => _images;

    /// <summary>The numbers that a field has in some images.</summary>
    internal double Numbers(int field, double images) => images * Place(field).Count;

    /// <summary>The statistics of the batch; the running ones are updated.</summary>
    internal (double Mean, double Root) Statistics(int field, T* x, ref T runningMean, ref T runningVariance)
    {
        // Sums about a number of the field itself lose nothing where its mean is large beside its deviation.
        T pivot = x[Place(field).Start];
        return Statistics(
            field, double.CreateTruncating(pivot), MomentsAbout(field, x, pivot), _images, ref runningMean, ref runningVariance);
    }

    /// <summary>The sums of <c>x − about</c> and of its squares.</summary>
    internal (double Sum, double Squares) Moments(int field, T* x, double about)
    {
        T pivot = x[Place(field).Start];
        (double sum, double squares) = MomentsAbout(field, x, pivot);
        double step = double.CreateTruncating(pivot) - about, numbers = Numbers(field, _images);
        return (sum + (numbers * step), squares + (2 * step * sum) + (numbers * step * step));
    }

    /// <summary>The statistics by sums about the running mean over more images than are here; the running ones are updated.</summary>
    internal (double Mean, double Root) Statistics(
        int field, (double Sum, double Squares) moments, double images, ref T runningMean, ref T runningVariance) =>
        Statistics(field, double.CreateTruncating(runningMean), moments, images, ref runningMean, ref runningVariance);

    /// <summary>The running statistics.</summary>
    internal (double Mean, double Root) Given(T mean, T variance) =>
        (double.CreateTruncating(mean), Math.Sqrt(double.CreateTruncating(variance) + _norm.Epsilon));

    internal void Normalize(int field, T* x, T* added, T* y, (double Mean, double Root) statistics)
    {
        (long start, int count) = Place(field);
        NormLine<T> line = Line(field, statistics);
        for (int image = 0; image < _images; image++, start += _image)
        {
            NormLoops<T>.Normalize(x + start, added is null ? added : added + start, y + start, count, line);
        }
    }

    /// <summary>Writes the gradients to input and what was added; gives those to scale and shift.</summary>
    internal (T ToWeight, T ToBias) Gradients(int field, Pointers at, (double Mean, double Root) statistics)
    {
        (double sum, double product) = GradientSums(field, at, statistics);
        Write(field, at, statistics, (sum, product), _images);
        return (T.CreateTruncating(product / statistics.Root), T.CreateTruncating(sum));
    }

    /// <summary>The sums of the gradient and of its product with <c>x − mean</c>; writes the gradient to what was added.</summary>
    internal (double Sum, double Product) GradientSums(int field, Pointers at, (double Mean, double Root) statistics)
    {
        (long start, int count) = Place(field);
        NormLine<T> line = Line(field, statistics);
        (double sum, double product) = (0, 0);
        for (int image = 0; image < _images; image++)
        {
            long first = start + (image * _image);
            (double s, double p) = NormLoops<T>.GradientSums(
                at.Gradient + first, at.Input + first, at.Output is null ? null : at.Output + first, at.Kept is null ? null : at.Kept + first,
                count, line);
            (sum, product) = (sum + s, product + p);
        }

        return (sum, product);
    }

    /// <summary>Writes the gradient to the input, by the sums over all images of the batch.</summary>
    internal void Write(int field, Pointers at, (double Mean, double Root) statistics, (double Sum, double Product) sums, double images)
    {
        (long start, int count) = Place(field);
        NormLine<T> line = Line(field, statistics);
        double numbers = images * count, factor = double.CreateTruncating(_weight[field]) / statistics.Root;
        (double slope, double constant) = _norm.Training
            ? (-factor * sums.Product / (numbers * statistics.Root * statistics.Root), -factor * sums.Sum / numbers)
            : (0, 0);
        var terms = (T.CreateTruncating(factor), T.CreateTruncating(slope), T.CreateTruncating(constant));

        // What was kept has passed the rectifier already.
        T* gradient = at.Kept is null ? at.Gradient : at.Kept;
        line = at.Kept is null ? line : line with { Floor = T.NegativeInfinity };
        for (int image = 0; image < _images; image++, start += _image)
        {
            NormLoops<T>.Gradient(gradient + start, at.Input + start, at.Result + start, count, line, terms);
        }
    }

    private (double Sum, double Squares) MomentsAbout(int field, T* x, T pivot)
    {
        (long start, int count) = Place(field);
        (double sum, double squares) = (0, 0);
        for (int image = 0; image < _images; image++)
        {
            (double s, double q) = NormLoops<T>.Moments(x + start + (image * _image), count, pivot);
            (sum, squares) = (sum + s, squares + q);
        }

        return (sum, squares);
    }

    private (double Mean, double Root) Statistics(
        int field, double about, (double Sum, double Squares) moments, double images, ref T runningMean, ref T runningVariance)
    {
        double numbers = Numbers(field, images), shift = moments.Sum / numbers;
        double mean = about + shift, variance = Math.Max((moments.Squares / numbers) - (shift * shift), 0);
        runningMean = Mixed(runningMean, mean);
        runningVariance = Mixed(runningVariance, variance * numbers / (numbers - 1));
        return (mean, Math.Sqrt(variance + _norm.Epsilon));
    }

    private (long Start, int Count) Place(int field) =>
        ((long)_norm.Type.Offset(field) * _plane, _norm.Type.Fields[field].Dimension * _plane);

    private NormLine<T> Line(int field, (double Mean, double Root) statistics) => new(
        T.CreateTruncating(statistics.Mean), T.CreateTruncating(double.CreateTruncating(_weight[field]) / statistics.Root), _bias[field],
        _norm.Rectified ? T.Zero : T.NegativeInfinity);

    private T Mixed(T running, double batch) =>
        T.CreateTruncating((double.CreateTruncating(running) * (1 - _norm.Momentum)) + (batch * _norm.Momentum));

    /// <summary>Where gradient, input, output, the gradient that passed the rectifier and the result begin; some may be null.</summary>
    internal readonly struct Pointers(T* gradient, T* input, T* output, T* kept, T* result)
    {
        public T* Gradient { get; } = gradient;

        public T* Input { get; } = input;

        public T* Output { get; } = output;

        public T* Kept { get; } = kept;

        public T* Result { get; } = result;
    }
}
