using GCnn.Augment;
using GCnn.Groups;
using GCnn.Layers;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

// Bars and crosses at any angle and place: which is it? A p4m net learns it, and gives all eight poses of an image the same answer.
const int Side = 33, Batch = 16, Steps = 40;
manual_seed(0);

PlaneGroup group = PlaneGroup.P4m;
FieldType image = FieldType.Trivial(group, 1), few = FieldType.Regular(group, 4), many = FieldType.Regular(group, 8);
var features = new EquivariantSequential(
    new Convolution(image, few, Stencil.Square(5), stride: 2, padding: 2),
    new FieldBatchNorm(few),
    PointwiseNonlinearity.ReLU(few),
    new ResidualBlock(few, many, stride: 2),
    new GroupPooling(many),
    new SpatialPooling(FieldType.Trivial(group, 8)));
using nn.Module<Tensor, Tensor> net = nn.Sequential(features, nn.Linear(8, 2));
var turned = new Pipeline(new RandomRotation(), new RandomShift { Right = new(-3, 3), Down = new(-3, 3) });

using optim.Optimizer optimizer = optim.AdamW(net.parameters(), lr: 0.01);
double first = 0, last = 0;
for (int step = 0; step < Steps; step++)
{
    using var scope = NewDisposeScope();
    (Tensor images, Tensor classes) = Draw(step);
    Tensor loss = nn.functional.cross_entropy(net.call(images), classes);
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    last = loss.item<float>();
    first = step == 0 ? last : first;
}

net.eval();
(Tensor held, Tensor answers) = Draw(Steps);
double right = net.call(held).argmax(1).eq(answers).to(ScalarType.Float32).mean().item<float>();
EquivarianceAssert.IsInvariant(net, image, held[TensorIndex.Slice(0, 4)]);
Console.WriteLine(FormattableString.Invariant($"torch {__version__}; {net.parameters().Sum(p => p.numel())} parameters"));
Console.WriteLine(FormattableString.Invariant($"loss {first:0.000} -> {last:0.000} in {Steps} steps; {100 * right:0} % right; invariant under {group.Name}"));
return right > 0.8 && last < first ? 0 : 1;

(Tensor Images, Tensor Classes) Draw(int step)
{
    Tensor classes = arange(Batch, ScalarType.Int64).remainder(2);
    Tensor bar = zeros(1, 1, Side, Side);
    bar.narrow(2, (Side / 2) - 1, 3).narrow(3, 6, Side - 12).fill_(1);
    Tensor cross = bar.maximum(bar.transpose(2, 3));
    Tensor plain = where(classes.reshape(Batch, 1, 1, 1).eq(0), bar, cross);
    return (turned.Apply(plain, turned.Draw(seed: 1, epoch: step, samples: Enumerable.Range(0, Batch).Select(i => (long)i))), classes);
}
