using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class PreheaderTests
{
    [Theory]
    [InlineData("online safety", "Online safety, chosen for your role. About 4 minutes to read.")]
    [InlineData("online safety|school attendance", "Online safety and school attendance, chosen for your role. About 4 minutes to read.")]
    [InlineData("online safety|!self-harm", "Online safety and other topics you follow. About 4 minutes to read.")]
    [InlineData("domestic abuse|online safety", "Online safety and other topics you follow. About 4 minutes to read.")]
    [InlineData("a|b|c|d", "A, b, c and other topics you follow. About 4 minutes to read.")]
    [InlineData("!bullying", "New figures and guidance on the topics you follow. About 4 minutes to read.")]
    [InlineData("child sexual exploitation", "New figures and guidance on the topics you follow. About 4 minutes to read.")]
    [InlineData("", "New figures and guidance on the topics you follow. About 4 minutes to read.")]
    public void It_names_only_topics_that_anybody_may_read(string topics, string preheader)
    {
        Assert.Equal(preheader, Preheader.Of(Read(topics), "About 4 minutes"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(120)]
    public void It_is_40_to_130_characters_long_however_long_the_names(int length)
    {
        Assert.InRange(Preheader.Of(Read(string.Join('|', Enumerable.Repeat(new string('n', length), 4))), "About 12 minutes").Length, 40, 130);
    }

    /// <param name="topics">Names; an exclamation mark says that the topic is a sensitive one.</param>
    private static List<Topic> Read(string topics) =>
        [.. topics.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => A.Topic(name, name.TrimStart('!'), name.StartsWith('!')))];
}
