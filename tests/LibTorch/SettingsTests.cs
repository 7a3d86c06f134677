using GCnn.LibTorch.Tests.Support;

namespace GCnn.LibTorch.Tests;

public class SettingsTests
{
    [Fact]
    public void The_number_of_threads_is_what_was_set()
    {
        var before = get_num_threads();
        set_num_threads(3);
        Assert.Equal(3, get_num_threads());
        set_num_threads(before);
        Assert.True(get_num_interop_threads() > 0);
    }

    [Fact]
    public void The_default_type_is_what_was_set()
    {
        using (Settings.DefaultType(ScalarType.Float64)) Assert.Equal(ScalarType.Float64, zeros(1).dtype);
        Assert.Equal(ScalarType.Float32, zeros(1).dtype);
    }

    [Fact]
    public void A_seed_repeats_the_draws()
    {
        manual_seed(5);
        Assert.Equal(5, initial_seed());
        using var first = randn(4);
        manual_seed(5);
        Assert.True(first.equal(randn(4)).ToBoolean());
        Assert.False(first.equal(randn(4)).ToBoolean());
    }

    [Fact]
    public void A_generator_has_a_stream_of_its_own()
    {
        using var generator = new Generator(5);
        manual_seed(5);
        using var expected = randn(4);
        Assert.True(expected.equal(randn(4, generator: generator)).ToBoolean());
        using var state = generator.get_state();
        using var next = randn(4, generator: generator);
        generator.set_state(state);
        Assert.True(next.equal(randn(4, generator: generator)).ToBoolean());
    }

    [Fact]
    public void The_default_streams_state_can_be_kept()
    {
        using var state = random.get_rng_state();
        using var first = rand(3);
        random.set_rng_state(state);
        Assert.True(first.equal(rand(3)).ToBoolean());
    }

    [Fact]
    public void Devices_are_named()
    {
        Assert.Equal((DeviceType.CUDA, 1), (device("cuda:1").type, device("cuda:1").index));
        Assert.Equal("cpu", get_default_device().ToString());
        Assert.Throws<ArgumentException>(() => device("abacus"));
    }
}
