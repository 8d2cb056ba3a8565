using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Bounces;

public sealed class MailReaderTests
{
    [Theory]
    [InlineData("postfix-no-such-user", BounceKind.Hard, "5.1.1")]
    [InlineData("exchange-online-not-found", BounceKind.Hard, "5.1.10")]
    [InlineData("gmail-disabled", BounceKind.Hard, "5.2.1")]
    [InlineData("exim-all-in-the-diagnostic", BounceKind.Hard, "5.1.1")]
    [InlineData("postfix-delayed", BounceKind.Soft, "4.4.1")]
    [InlineData("mailbox-full", BounceKind.Soft, "5.2.2")]
    [InlineData("expired-after-five-days", BounceKind.Soft, "4.4.7")]
    [InlineData("blocked-by-policy", BounceKind.Refused, "5.7.1")]
    [InlineData("alias-where-one-is-gone", BounceKind.Soft, "4.2.2")]
    [InlineData("alias-where-all-are-gone", BounceKind.Hard, "5.1.1")]
    [InlineData("delivered-to-a-list", BounceKind.Other, "2.0.0")]
    [InlineData("folded-everywhere", BounceKind.Hard, "5.1.2")]
    [InlineData("last-boundary-missing", BounceKind.Hard, "5.1.6")]
    [InlineData("wrapped-by-a-gateway", BounceKind.Hard, "5.1.1")]
    [InlineData("eight-bit-words", BounceKind.Hard, "5.1.1")]
    [InlineData("complaint-by-original-sender", BounceKind.Complaint, null)]
    [InlineData("complaint-by-return-path", BounceKind.Complaint, null)]
    [InlineData("not-spam-after-all", BounceKind.Other, null)]
    [InlineData("unsubscribe", BounceKind.Unsubscribe, null)]
    public void A_mail_is_known_by_its_form_and_its_own_recipient(string name, BounceKind kind, string? status)
    {
        foreach (var lineEnd in (string[])["\r\n", "\n"])
        {
            var mail = MailReader.Read(ReturnedMail.Of(name, lineEnd: lineEnd));

            Assert.Equal((kind, status), (mail.Kind, mail.Status));
            Assert.Equal([ReturnedMail.Token], mail.Tokens);
        }
    }

    [Theory]
    [InlineData("qmail-like", BounceKind.Other)]
    [InlineData("forwarded-by-a-person", BounceKind.Other)]
    [InlineData("read-receipt", BounceKind.Other)]
    [InlineData("a-persons-question", BounceKind.Other)]
    [InlineData("out-of-office", BounceKind.AutoReply)]
    [InlineData("out-of-office-of-old", BounceKind.AutoReply)]
    public void Words_in_a_text_never_make_a_bounce(string name, BounceKind kind)
    {
        var mail = MailReader.Read(ReturnedMail.Of(name));

        Assert.Equal(kind, mail.Kind);
        Assert.Empty(mail.Tokens);
    }

    [Theory]
    [InlineData("Re: UNSUBSCRIBE please", false)]
    [InlineData("unsubscribe", false)]
    [InlineData("stop-0123", false)]
    [InlineData("stop-0123456789abcdef0123456789abcdef0", false)]
    [InlineData("stop-0123456789ABCDEF0123456789ABCDEF", false)]
    [InlineData("Re: stop-0123456789abcdef0123456789abcdef.", true)]
    public void Only_a_whole_token_in_the_subject_unsubscribes(string subject, bool unsubscribes) =>
        Assert.Equal(unsubscribes, MailReader.Read(System.Text.Encoding.ASCII.GetBytes($"Subject: {subject}\r\n\r\n")).Kind == BounceKind.Unsubscribe);

    [Fact]
    public void The_case_of_the_recipient_is_lost_on_the_way_and_the_token_is_found()
    {
        var mail = ReturnedMail.Of("postfix-no-such-user", ReturnedMail.Token.ToUpperInvariant());

        Assert.Equal([ReturnedMail.Token], MailReader.Read(mail).Tokens);
    }
}
