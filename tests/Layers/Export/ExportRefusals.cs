using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What cannot be exported is named by its path, in one sentence.</summary>
public class ExportRefusals
{
    private static readonly FieldType Type = FieldType.Regular(PlaneGroup.P4m, 1);

    [Fact]
    public void A_layer_without_an_export_is_named_by_its_path()
    {
        Refuses(
            nn.Sequential(nn.ReLU(), new EquivariantSequential(new EquivariantIdentity(Type), new PolyphaseSampling(Type))),
            "PolyphaseSampling at 1.1 cannot be exported, since it keeps another phase of each image, and decides between phases of equal " +
            "norm by comparing whole images in all their poses; use a convolution or BinomialPooling with a stride instead.");
        Refuses(
            new PolyphaseUpsampling(Type, new PolyphaseSampling(Type)),
            "PolyphaseUpsampling cannot be exported, since it needs the phases that a PolyphaseSampling elsewhere in the net chose, and is " +
            "no function of its input alone; use Upsampling instead.");
        Refuses(
            new EquivariantSequential(new EquivariantIdentity(Type), new OfACaller()),
            "OfACaller at 1 cannot be exported, since it is no IExportable; implement that, or use layers of the library instead.");
    }

    [Fact]
    public void A_function_of_the_caller_is_refused_and_that_of_a_module_exports()
    {
        PointwiseNonlinearity squares = new(Type, x => x.pow(2), "Squares");
        Refuses(
            new DirectSum(new EquivariantIdentity(Type), squares),
            "Squares at 1 cannot be exported, since its function is code of the caller, of which no plain module is known; give it the " +
            "call of one, such as nn.ELU().call, instead.");
        Refuses(new NormNonlinearity(Type, x => x.tanh()), "NormNonlinearity cannot be exported, since its function");
        Refuses(new GatedNonlinearity(Type, x => x.tanh()), "GatedNonlinearity cannot be exported, since its function");
        Refuses(new GatedNonlinearity(Type, pointwise: x => x.tanh()), "GatedNonlinearity cannot be exported, since its function");
        Assert.IsType<ELU>(PlainNet.Of(new PointwiseNonlinearity(Type, nn.ELU().call)));
    }

    [Fact]
    public void A_plain_module_that_cannot_be_copied_is_refused()
    {
        Refuses(
            nn.Sequential(nn.ReLU(), new Weighted()),
            "Weighted at 1 cannot be exported, since it has weights and is of a class that the export cannot copy; implement IExportable, " +
            "or export the layers before it and apply it after them instead.");
        Refuses(
            nn.Sequential(nn.ReLU(), new Around(new EquivariantIdentity(Type))),
            "Around at 1 cannot be exported, since its forward is code of its own, inside which EquivariantIdentity is used; implement " +
            "IExportable, or export its parts one by one instead.");
    }

    [Fact]
    public void A_plain_module_without_weights_is_used_as_it_is()
    {
        Doubling doubling = new();
        doubling.train();
        var plain = PlainNet.Of(nn.Sequential(new EquivariantIdentity(Type), doubling));
        Assert.Same(doubling, plain);
        Assert.True(doubling.training);
    }

    [Fact]
    public void What_exports_itself_needs_no_types()
    {
        var plain = PlainNet.Of(new Exporting(new Convolution(Type, Type, Stencil.Square(3))));
        Assert.Equal(["Conv2d", "ReLU"], plain.children().Select(child => child.GetType().Name));
        Refuses(new Exporting(new PolyphaseSampling(Type)), "PolyphaseSampling at inside cannot be exported");
    }

    [Fact]
    public void A_net_is_needed() => Assert.Throws<ArgumentNullException>(() => PlainNet.Of(null!));

    private static void Refuses(nn.Module<Tensor, Tensor> net, string message)
    {
        net.train();
        Messages.Say<NotSupportedException>(() => PlainNet.Of(net), message);
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    private sealed class OfACaller() : EquivariantModule(nameof(OfACaller), Type, Type)
    {
        public override Tensor forward(Tensor input) => input.alias();
    }

    private sealed class Weighted : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter weight = new(ones(1));

        public Weighted()
            : base(nameof(Weighted)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input * weight;
    }

    private sealed class Doubling() : nn.Module<Tensor, Tensor>(nameof(Doubling))
    {
        public override Tensor forward(Tensor input) => input * 2;
    }

    private sealed class Around : nn.Module<Tensor, Tensor>
    {
        private readonly EquivariantModule inside;

        public Around(EquivariantModule inside)
            : base(nameof(Around))
        {
            this.inside = inside;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => inside.call(input);
    }

    private sealed class Exporting : nn.Module<Tensor, Tensor>, IExportable
    {
        private readonly EquivariantModule inside;

        public Exporting(EquivariantModule inside)
            : base(nameof(Exporting))
        {
            this.inside = inside;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => inside.call(input).relu();

        public nn.Module<Tensor, Tensor> Export(ExportContext context) =>
            context.Sequence((nameof(inside), inside), ("rectifier", nn.ReLU()));
    }
}
