using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class ModelReportLaws
{
    [Fact]
    public void The_model_is_afterwards_as_it_was()
    {
        using nn.Module<Tensor, Tensor> net = ForeignNet.Build(norm: nn.BatchNorm2d(16, dtype: ScalarType.Float64));
        net.train();
        ((nn.Module)net).named_children().Last().module.eval();
        bool[] modes = [.. net.modules().Select(module => module.training)];
        using DisposeScope scope = NewDisposeScope();
        Tensor[] before = [.. net.parameters().Concat(net.buffers()).Select(tensor => tensor.clone())];
        Tensor random = Generator.Default.get_state();
        ForeignNet.Report(net);
        Assert.All(net.parameters().Concat(net.buffers()).Zip(before), pair => Assert.True((bool)pair.First.equal(pair.Second)));
        Assert.True(random.equal(Generator.Default.get_state()).item<bool>());
        Assert.Equal(modes, net.modules().Select(module => module.training));
        Assert.All(net.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void No_hook_and_no_tensor_stays_behind()
    {
        using nn.Module<Tensor, Tensor> net = ForeignNet.Build();
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ForeignNet.Input();
        int before = scope.DisposablesCount;
        ModelReport.For(net, ForeignNet.Image, ForeignNet.Fields, x, ForeignNet.Options);
        Assert.Equal(before, scope.DisposablesCount);
        net.call(x);
        Assert.Equal(before + 1, scope.DisposablesCount);
    }

    [Fact]
    public void A_model_that_fails_is_left_as_it_was_too()
    {
        using TurnedFilters layer = new(ForeignNet.Image, 2);
        using nn.Module<Tensor, Tensor> net = nn.Sequential(layer, new Failing());
        net.train();
        Assert.Throws<NotSupportedException>(() => ModelReport.For(net, ForeignNet.Image, ForeignNet.Fields, ForeignNet.Input()));
        Assert.True(layer.training);
        using DisposeScope scope = NewDisposeScope();
        layer.call(ForeignNet.Input());
        Assert.Equal(2, scope.DisposablesCount);
    }

    [Fact]
    public void A_layer_that_is_called_twice_has_two_lines()
    {
        FieldType fields = ForeignNet.Fields;
        using TurnedFilters layer = new(fields, 2);
        using nn.Module<Tensor, Tensor> net = new Twice(layer);
        ModelReport report = ModelReport.For(net, fields, fields, IntegerTensors.Random(1, 1, 16, 5, 5), new() { Steps = 0 });
        report.ThrowIfBroken();
        Assert.Equal(["layer", "layer"], report.Before.Layers.Select(line => line.Path));
    }

    [Fact]
    public void A_model_without_layers_of_known_types_has_a_line_itself()
    {
        FieldType fields = ForeignNet.Fields;
        Tensor x = IntegerTensors.Random(1, 1, 16, 5, 5);
        using nn.Module<Tensor, Tensor> sound = nn.Sequential(("rectify", nn.ReLU())), broken = nn.Sequential(("shift", new Shifting()));
        ModelReport report = ModelReport.For(sound, fields, fields, x, new() { Steps = 0 });
        report.ThrowIfBroken();
        Assert.Equal("Sequential (the model)", Assert.Single(report.Before.Layers).Title);
        Assert.Equal("rectify", Assert.Single(report.Skipped).Path);
        ModelReport other = ModelReport.For(broken, fields, fields, x, new() { Steps = 0 });
        Assert.Equal("Sequential (the model)", other.FirstOffender?.Title);
        ModelReport untyped = ModelReport.For(sound, fields, output: null, x, new() { Steps = 0 });
        Assert.Empty(untyped.Before.Layers);
        Assert.DoesNotContain("so far", $"{untyped}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_joins_layers_can_be_at_fault_alone()
    {
        FieldType fields = ForeignNet.Fields;
        using TurnedFilters layer = new(fields, 2);
        using nn.Module<Tensor, Tensor> net = new Twice(layer, shift: 1);
        ModelReport report = ModelReport.For(net, fields, fields, IntegerTensors.Random(1, 1, 16, 5, 5), new() { Steps = 0 });
        Assert.False(report.IsEquivariant);
        Assert.Null(report.FirstOffender);
        Assert.Contains("No measured layer is at fault alone", report.ToString(), StringComparison.Ordinal);

        // With types it has a line itself.
        ModelReportOptions typed = new()
        {
            Steps = 0,
            Types = new Dictionary<string, IFieldMap>(StringComparer.Ordinal) { [""] = new FieldMap(fields, fields) },
        };
        ModelReport known = ModelReport.For(net, fields, fields, IntegerTensors.Random(1, 1, 16, 5, 5), typed);
        Assert.Equal("Twice (the model)", known.FirstOffender?.Title);
    }

    [Fact]
    public void A_layer_that_depends_on_another_is_measured_within_the_model()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4, 1);
        FieldMap types = new(image, image);
        using Recalling net = new();
        ModelReportOptions options = new()
        {
            Steps = 0,
            Types = new Dictionary<string, IFieldMap>(StringComparer.Ordinal) { ["remember"] = types, ["recall"] = types },
        };
        ModelReport report = ModelReport.For(net, image, image, IntegerTensors.Random(1, 1, 1, 4, 4), options);
        report.ThrowIfBroken();
        LayerReport recall = report.Before.Layers.Single(layer => layer.Path == "recall");
        Assert.True(recall.Own.Holds);
        Assert.StartsWith("measured within the model", recall.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_can_be_asked_for_invariance_and_for_a_subgroup()
    {
        FieldType image = ForeignNet.Image;
        using nn.Module<Tensor, Tensor> net = nn.Sequential(("lift", new TurnedFilters(image, 2)), ("pool", new Sum()));
        ModelReport.For(net, image, null, ForeignNet.Input(), new() { Steps = 2 }).ThrowIfBroken();
        FieldType lessAsked = image.Restrict(PlaneGroup.P2);
        ModelReport less = ModelReport.For(net, lessAsked, null, ForeignNet.Input());
        less.ThrowIfBroken();
        Assert.Equal("p2", Assert.Single(less.Before.Layers).Group.Name);
        Assert.Equal(2, less.Before.Layers[0].Accumulated.Errors.Count);
        Assert.Equal(["pool"], less.Skipped.Select(layer => layer.Path));
    }

    [Fact]
    public void A_layer_of_two_inputs_is_listed_and_a_list_of_layers_is_not()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 1);
        using nn.Module<Tensor, Tensor> net = new Twofold();
        ModelReport report = ModelReport.For(net, image, image, IntegerTensors.Random(1, 1, 1, 4, 4), new() { Steps = 0 });
        report.ThrowIfBroken();
        Assert.Equal(["sum: it is no function of one tensor"], report.Skipped.Select(layer => $"{layer.Path}: {layer.Reason}"));
        Assert.Equal("Twofold (the model)", Assert.Single(report.Before.Layers).Title);
    }

    [Fact]
    public void A_model_that_ignores_its_input_was_not_tested()
    {
        FieldType image = ForeignNet.Image;
        using nn.Module<Tensor, Tensor> net = new TurnedFilters(image, 1);
        using (no_grad())
        {
            net.parameters().Single().zero_();
        }

        ModelReport report = ModelReport.For((TurnedFilters)net, ForeignNet.Input(), new() { Steps = 0 });
        Assert.False(report.IsEquivariant);
        Assert.Null(report.FirstOffender);
        Assert.StartsWith("The model was not tested before training: every value", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_a_line_for_each_layer_at_each_stage()
    {
        using nn.Module<Tensor, Tensor> net = ForeignNet.Build();
        string[] lines = ForeignNet.Report(net, side: 8).ToString().TrimEnd().Split(Environment.NewLine);
        Assert.StartsWith("The model does not commute with p4m before training: error ", lines[0], StringComparison.Ordinal);
        Assert.Contains("First offender: down TurnedFilters, own error ", lines[0], StringComparison.Ordinal);
        string[] down = [.. lines.Where(line => line.StartsWith("down TurnedFilters", StringComparison.Ordinal))];
        Assert.Equal(2, down.Length);
        Assert.All(down, line => Assert.EndsWith("BROKEN", line, StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.StartsWith("lift TurnedFilters", StringComparison.Ordinal)));
        Assert.Equal("not measured: norm.norm BatchNorm2d, no field types; it is no IFieldMap and none are given", lines[^1]);
    }

    private sealed class Shifting() : nn.Module<Tensor, Tensor>(nameof(Shifting))
    {
        public override Tensor forward(Tensor x) => x.roll([1], [3]);
    }

    private sealed class Failing() : nn.Module<Tensor, Tensor>(nameof(Failing))
    {
        public override Tensor forward(Tensor input) => throw new NotSupportedException("planted");
    }

    private sealed class Sum() : nn.Module<Tensor, Tensor>(nameof(Sum))
    {
        public override Tensor forward(Tensor input) => input.sum([1, 2, 3]);
    }

    private sealed class Twice : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> layer;
        private readonly int _shift;

        public Twice(nn.Module<Tensor, Tensor> layer, int shift = 0)
            : base(nameof(Twice))
        {
            (this.layer, _shift) = (layer, shift);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => layer.call(layer.call(input).roll([(long)_shift], [3L]));
    }

    /// <summary>Subtracts its last input and adds it again in another layer, which alone therefore cannot commute.</summary>
    private sealed class Recalling : nn.Module<Tensor, Tensor>
    {
        private readonly Remember remember;
        private readonly Recall recall;

        public Recalling()
            : base(nameof(Recalling))
        {
            remember = new Remember();
            recall = new Recall(() => remember.Last!);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => recall.call(remember.call(input));
    }

    private sealed class Remember() : nn.Module<Tensor, Tensor>(nameof(Remember))
    {
        public Tensor? Last { get; private set; }

        public override Tensor forward(Tensor input)
        {
            Last = input.clone().DetachFromDisposeScope();
            return input * 2;
        }
    }

    private sealed class Recall(Func<Tensor> last) : nn.Module<Tensor, Tensor>(nameof(Recall))
    {
        public override Tensor forward(Tensor input) => input + last();
    }

    private sealed class SumOfTwo() : nn.Module<Tensor, Tensor, Tensor>(nameof(SumOfTwo))
    {
        public override Tensor forward(Tensor input1, Tensor input2) => input1 + input2;
    }

    private sealed class Twofold : nn.Module<Tensor, Tensor>
    {
        private readonly SumOfTwo sum = new();

        public Twofold()
            : base(nameof(Twofold))
        {
            RegisterComponents();
            register_module("list", nn.ModuleList<nn.Module>());
        }

        public override Tensor forward(Tensor input) => sum.call(input, input);
    }
}
