using System.Net.Mail;
using DigestWorker.Delivering;
using DigestWorker.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DigestWorker.Tests.Delivering;

public sealed class MimeWriterProperties
{
    private static readonly string[] Names =
    [
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "Auto-Submitted", "X-Auto-Response-Suppress",
        "MIME-Version", "Content-Type",
    ];

    [Fact]
    public void Any_subject_comes_back_as_one_line_and_adds_no_header() => Check(subject =>
    {
        var read = StrictMessage.Read(MimeWriter.Write(AMessage.To("lead@example.org") with { Subject = subject }));

        Assert.Equal(Names, read.Headers.Select(header => header.Key));
        Assert.Equal(HostileText.OnOneLine(subject), StrictMessage.Decode(read["Subject"]));
    });

    [Fact]
    public void Any_body_comes_back_whole_in_both_parts() => Check(body =>
    {
        var read = StrictMessage.Read(MimeWriter.Write(AMessage.To("lead@example.org") with { Text = body, Html = $"<p>{body}" }));

        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], read.Parts.Select(part => part.Type));
        Assert.Equal(WithCrLf(body), read.Parts[0].Text);
        Assert.Equal(WithCrLf($"<p>{body}"), read.Parts[1].Text);
    });

    [Fact]
    public void Any_display_name_comes_back_and_leaves_the_address_alone() => Check(text =>
    {
        var name = new MailAddress("lead@example.org", HostileText.Sound(text).Replace('\r', ' ').Replace('\n', ' '));

        var read = StrictMessage.Read(MimeWriter.Write(AMessage.To("lead@example.org") with { To = name }));

        var expected = HostileText.OnOneLine(name.DisplayName);
        Assert.Equal(Names, read.Headers.Select(header => header.Key));
        Assert.Equal(expected.Length > 0 ? $"{expected} <lead@example.org>" : "lead@example.org", Plain(read["To"]));
    });

    [Fact]
    public void Any_further_header_stays_one_header() => Check(value =>
    {
        var read = StrictMessage.Read(MimeWriter.Write(AMessage.To("lead@example.org") with { Headers = [new("X-Note", $"a{value}")] }));

        Assert.True(HostileText.OnOneLine($"a{value}") is var line && (line == read["X-Note"] || line == StrictMessage.Decode(read["X-Note"])));
        Assert.Equal(9, read.Headers.Count);
    });

    [Fact]
    public void Any_message_id_stays_one_id() => Check(id =>
    {
        var read = StrictMessage.Read(MimeWriter.Write(AMessage.To("lead@example.org") with { MessageId = id.Length < 50 ? id : id[..50] }));

        Assert.Matches("^<[A-Za-z0-9._+=@-]*>$", read["Message-ID"]);
    });

    [Fact]
    public void Equal_messages_are_equal_bytes() => Check(text =>
    {
        OutgoingMessage Message() => AMessage.To("lead@example.org") with { Subject = text, Text = text, Html = text };

        Assert.Equal(MimeWriter.Write(Message()), MimeWriter.Write(Message()));
    });

    private static void Check(Action<string> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(HostileText.Any, holds));

    private static string WithCrLf(string text) =>
        HostileText.Sound(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);

    private static string Plain(string mailbox)
    {
        if (!mailbox.StartsWith('"'))
        {
            return StrictMessage.Decode(mailbox);
        }

        var end = mailbox.LastIndexOf('"');
        var inner = mailbox[1..end].Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Replace('\u0001', '\\');
        return inner + mailbox[(end + 1)..];
    }
}
