using System.Text;
using DigestWorker.Delivering.Smtp;

namespace DigestWorker.Tests.Delivering.Smtp;

public sealed class DotStuffingTests
{
    [Theory]
    [InlineData("", "\r\n")]
    [InlineData("no dots\r\n", "no dots\r\n")]
    [InlineData("no end", "no end\r\n")]
    [InlineData(".\r\n", "..\r\n")]
    [InlineData("a.\r\n..b\r\n", "a.\r\n...b\r\n")]
    [InlineData("smuggled\n.\r\nMAIL", "smuggled\n..\r\nMAIL\r\n")]
    [InlineData("smuggled\r.\rMAIL", "smuggled\r..\rMAIL\r\n")]
    public void No_line_of_a_message_is_a_lone_dot_to_any_server(string message, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(DotStuffing.Apply(Encoding.ASCII.GetBytes(message)).Span));
}
