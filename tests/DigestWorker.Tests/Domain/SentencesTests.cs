using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("It rose by 4.5%. The rest fell.", "It rose by 4.5%.|The rest fell.")]
    [InlineData("Dr. Jones and Mrs. Smith met. No change.", "Dr. Jones and Mrs. Smith met.|No change.")]
    [InlineData("Ask J. Smith. Then write.", "Ask J. Smith.|Then write.")]
    [InlineData("Some, e.g. Kent, differ. Others do not.", "Some, e.g. Kent, differ.|Others do not.")]
    [InlineData("Published at 9.30 a.m. on Thursday.", "Published at 9.30 a.m. on Thursday.")]
    [InlineData("\"We act.\" That is the promise! Is it?", "\"We act.\"|That is the promise!|Is it?")]
    [InlineData("See www.example.org for more. £3m is left.", "See www.example.org for more.|£3m is left.")]
    [InlineData("A heading without a stop", "A heading without a stop")]
    [InlineData("Key facts\n\n- sites are at risk\n- reports rose\nThe report says so.", "Key facts|- sites are at risk|- reports rose|The report says so.")]
    [InlineData("", "")]
    public void A_text_is_cut_where_its_sentences_end(string text, string sentences)
    {
        Assert.Equal(sentences, string.Join('|', Sentences.Of(text)));
    }
}
