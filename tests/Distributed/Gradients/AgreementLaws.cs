namespace GCnn.Distributed.Tests;

/// <summary>
/// Twenty steps of AdamW with class weights on shards of each batch, some of them empty, beside one process on the whole batches.
/// </summary>
public class AgreementLaws
{
    private const double Tolerance = 1e-5;

    public static TheoryData<int, string> Cases => new()
    {
        { 1, "p4m" }, { 1, "p6m" }, { 2, "p4m" }, { 2, "p6m" }, { 4, "p4m" }, { 4, "p6m" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Processes_train_as_one_on_the_union_of_their_batches(int ranks, string group)
    {
        MpiJob job = MpiJob.Of("agreement", ranks);
        Assert.InRange(job[$"{group} float32"], 0, Tolerance);
        Assert.InRange(job[$"{group} float64"], 0, 1e-11);
        Assert.InRange(job[$"{group} moved"], 0.05, 10);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Overlapped_is_not_overlapped_bit_for_bit(int ranks, string group) =>
        Assert.Equal(0, MpiJob.Of("agreement", ranks)[$"{group} not overlapped"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_processes_have_the_same_weights_bit_for_bit(int ranks, string group) =>
        Assert.Equal(0, MpiJob.Of("agreement", ranks)[$"{group} processes"]);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Without_common_statistics_they_do_not(int ranks) =>
        Assert.True(MpiJob.Of("agreement", ranks)["without common statistics"] > 100 * Tolerance);
}
