namespace GCnn.Snippets.Tests;

/// <summary>What docs/layers.md shows is what <see cref="LayersDoc"/> runs; tests/Layers/Catalogue holds its tables to the code.</summary>
public class LayersDocQuotes
{
    [Fact]
    public void The_page_quotes_every_block_and_no_other_in_the_same_order()
    {
        string[] run = Blocks.Run("LayersDoc.cs", "layers.md");
        Assert.NotEmpty(run);
        Assert.Equal(run, Blocks.Quoted("layers.md"));
    }
}
