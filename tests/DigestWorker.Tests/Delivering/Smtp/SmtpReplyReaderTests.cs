using System.Text;
using DigestWorker.Delivering.Smtp;

namespace DigestWorker.Tests.Delivering.Smtp;

public sealed class SmtpReplyReaderTests
{
    [Theory]
    [InlineData("250 second\r\n")]
    [InlineData("250 second\r\n250 third")]
    [InlineData("354 \n")]
    public async Task A_reply_that_came_whole_with_the_one_before_is_read_without_waiting(string next)
    {
        var replies = await AfterFirstAsync(next);

        Assert.True(replies.HoldsReply);
        Assert.True(replies.ReadAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("")]
    [InlineData("250")]
    [InlineData("250\r")]
    [InlineData("250 second")]
    [InlineData("250 second\r")]
    [InlineData("250-second\r\n")]
    [InlineData("250-second\r\n250 thi")]
    public async Task A_reply_of_which_some_may_be_missing_is_waited_for_and_so_has_its_time(string next)
    {
        var replies = await AfterFirstAsync(next);

        Assert.False(replies.HoldsReply);
    }

    private static async Task<SmtpReplyReader> AfterFirstAsync(string next)
    {
        var replies = new SmtpReplyReader(new MemoryStream(Encoding.ASCII.GetBytes($"250 first\r\n{next}")));
        await replies.ReadAsync(TestContext.Current.CancellationToken);
        return replies;
    }
}
