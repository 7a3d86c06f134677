namespace GCnn.LibTorch.Tests;

public class AutogradTests
{
    [Fact]
    public void A_libtorch_error_is_an_exception_with_its_message()
    {
        var error = Assert.ThrowsAny<Exception>(() => ones(2, 3).matmul(ones(2, 3)));
        Assert.Contains("cannot be multiplied", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_functions_own_gradient_is_autograds()
    {
        var (x, y) = (Point(), Point());
        var weights = tensor([0.3, -1.2, 2.0]);
        (Cube.apply(x) * weights).sum().backward();
        (y.pow(3) * weights).sum().backward();
        Assert.True(x.grad!.allclose(y.grad!, rtol: 1e-12));
    }

    [Fact]
    public void A_functions_own_gradient_is_that_of_finite_differences() => Assert.True(GradientError(x => Cube.apply(x)) < 1e-7);

    [Fact]
    public void A_wrong_gradient_is_not() => Assert.True(GradientError(x => WrongCube.apply(x)) > 1e-2);

    [Fact]
    public void An_exception_in_a_functions_backward_reaches_the_caller()
    {
        var loss = Failing.apply(Point()).sum();
        var error = Assert.ThrowsAny<Exception>(() => loss.backward());
        Assert.Contains("a failure of its own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_of_constants_records_nothing() => Assert.False(Cube.apply(ones(2)).requires_grad);

    [Fact]
    public void Modes_nest_and_come_back()
    {
        var x = Point();
        Assert.True((x * 2).requires_grad);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
                using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
                Assert.True(is_grad_enabled());
            }

            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Gradients_add_up_over_calls()
    {
        var x = Point();
        x.sum().backward();
        x.sum().backward();
        Assert.Equal([2.0, 2.0, 2.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_graph_is_walked_once_unless_it_is_retained()
    {
        var x = Point();
        var loss = (x * x).sum();
        loss.backward(retain_graph: true);
        loss.backward();
        Assert.Contains("second time", Assert.ThrowsAny<Exception>(() => loss.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_can_itself_be_differentiated()
    {
        var x = Point();
        var first = autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x])[0];
        Assert.True(second.allclose(x * 6));
    }

    [Fact]
    public void An_inner_tensor_keeps_its_gradient_when_asked()
    {
        var x = Point();
        var y = x * 2;
        y.retain_grad();
        y.sum().backward();
        Assert.Equal([1.0, 1.0, 1.0], y.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Asking_for_gradients_marks_a_leaf()
    {
        Assert.True(ones(2).requires_grad_().requires_grad);
        Assert.False(ones(2, requires_grad: true).with_requires_grad(false).requires_grad);
        Assert.ThrowsAny<Exception>(() => arange(2).requires_grad_());
    }

    private static Tensor Point() => tensor([0.7, -1.3, 2.1], requires_grad: true);

    /// <summary>The largest difference between the gradient and central differences of step 1e-5.</summary>
    private static double GradientError(Func<Tensor, Tensor> function)
    {
        const double Step = 1e-5;
        var x = Point();
        function(x).sum().backward();
        double Value(int i, double shift)
        {
            var moved = Point().detach();
            moved[i] += shift;
            return function(moved).sum().ToDouble();
        }

        return x.grad!.data<double>().ToArray().Select((g, i) => Math.Abs(g - ((Value(i, Step) - Value(i, -Step)) / (2 * Step)))).Max();
    }

    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            return x * x * x;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            [ctx.get_saved_variables()[0].pow(2) * 3 * grad_output];
    }

    private sealed class WrongCube : autograd.SingleTensorFunction<WrongCube>
    {
        public override string Name => nameof(WrongCube);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).pow(3);

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * 3];
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]) * 1;

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            throw new InvalidOperationException("a failure of its own");
    }
}
