namespace GCnn.LibTorch.Tests;

public class ScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = ones(2);
            Assert.True(scope.Contains(inside));
            Assert.Same(scope, CurrentDisposeScope);
        }

        Assert.True(inside.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void Scopes_nest_and_tensors_move_out_one_at_a_time()
    {
        Tensor moved, twice, left;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                using (NewDisposeScope())
                {
                    (left, moved, twice) = (ones(1), ones(1).MoveToOuterDisposeScope(), ones(1).MoveToOuterDisposeScope());
                }

                Assert.True(left.IsInvalid);
                twice.MoveToOuterDisposeScope();
            }

            Assert.True(moved.IsInvalid);
            Assert.True(outer.Contains(twice) && !twice.IsInvalid);
        }

        Assert.True(twice.IsInvalid);
    }

    [Fact]
    public void A_detached_tensor_belongs_to_nobody()
    {
        Tensor free;
        using (NewDisposeScope()) free = ones(2).DetachFromDisposeScope();
        Assert.Equal(2, free.numel());
        free.Dispose();
    }

    [Fact]
    public void A_tensor_moves_to_a_scope_of_ones_choice()
    {
        using var outer = NewDisposeScope();
        using (NewDisposeScope())
        {
            var tensor = ones(2).MoveToOtherDisposeScope(outer);
            Assert.True(outer.Contains(tensor));
        }

        Assert.Equal(1, outer.DisposablesCount);
        outer.DisposeEverything();
        Assert.Equal(0, outer.DisposablesCount);
    }

    [Fact]
    public void Everything_but_some_is_disposed()
    {
        using var scope = NewDisposeScope();
        var (kept, lost) = (ones(1), ones(1));
        scope.DisposeEverythingBut(kept);
        Assert.True(lost.IsInvalid && !kept.IsInvalid && scope.Contains(kept));
    }

    [Fact]
    public void Only_the_result_leaves_a_wrapped_scope()
    {
        Tensor? temporary = null;
        using var result = WrappedTensorDisposeScope(() => (temporary = ones(2)) + 1);
        Assert.True(temporary!.IsInvalid && !result.IsInvalid);
    }

    [Fact]
    public void Disposing_twice_is_harmless_and_use_afterwards_is_a_clear_exception()
    {
        var tensor = ones(2);
        tensor.Dispose();
        tensor.Dispose();
        var error = Assert.Throws<InvalidOperationException>(() => tensor + 1);
        Assert.Contains("disposed", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => tensor.shape);
        Assert.Equal("[disposed tensor]", tensor.ToString());
    }

    [Fact]
    public void A_scope_of_one_thread_is_not_anothers()
    {
        using var scope = NewDisposeScope();
        Tensor? foreign = null;
        var thread = new Thread(() => foreign = ones(2));
        thread.Start();
        thread.Join();
        Assert.False(scope.Contains(foreign!));
        foreign!.Dispose();
    }

    [Fact]
    public void A_graph_outlives_the_scope_of_its_inner_tensors()
    {
        using var x = tensor([1.0, 2.0], requires_grad: true);
        using var loss = WrappedTensorDisposeScope(() => (x * x).exp().sum());
        loss.backward();
        Assert.Equal(2 * Math.E, x.grad!.data<double>()[0], 1e-12);
    }
}
