#if MAILKIT
using System.Text;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Delivering.MailKit;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests.Mail;

/// <summary>The mailbox of bounces, fetched from a real IMAP server.</summary>
public sealed class ImapMailboxTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    private static readonly byte[] Mail = Encoding.ASCII.GetBytes("Subject: back\r\n\r\nIt came back.\r\n");

    [Theory]
    [InlineData(SmtpSecurity.ImplicitTls), InlineData(SmtpSecurity.StartTls)]
    public async Task A_mail_is_new_until_it_is_put_aside_whatever_was_read(object security)
    {
        Dovecot.Need();
        await dovecot.DropAsync($"1795420201.{security}", Mail);
        using (var mailbox = Open((SmtpSecurity)security))
        {
            var name = Assert.Single(mailbox.New());
            Assert.Equal(Mail, mailbox.Read(name).ToArray());
            Assert.Single(mailbox.New());

            mailbox.Move(name);
            mailbox.Move(name);
            Assert.Empty(mailbox.New());
        }

        using var again = Open((SmtpSecurity)security);
        Assert.Empty(again.New());
    }

    [Fact]
    public async Task Of_a_mail_that_is_too_long_only_the_beginning_is_read()
    {
        Dovecot.Need();
        await dovecot.DropAsync("1795420202.long", [.. Mail, .. new byte[3 * MailReader.MostBytes].Select(_ => (byte)'a')]);
        using var mailbox = Open(SmtpSecurity.ImplicitTls);

        var name = Assert.Single(mailbox.New());
        Assert.Equal(MailReader.MostBytes, mailbox.Read(name).Length);

        mailbox.Move(name);
    }

    [Fact]
    public void A_refused_log_in_is_said_in_words_that_name_nobody()
    {
        Dovecot.Need();
        using var mailbox = new ImapMailbox(dovecot.Settings(SmtpSecurity.ImplicitTls, password: "wrong"), SmtpSink.Trust);

        var fault = Assert.Throws<IOException>(mailbox.New);

        Assert.Equal("the log-in was refused.", fault.Message);
    }

    [Fact]
    public void A_certificate_that_nobody_signed_is_refused()
    {
        Dovecot.Need();
        using var mailbox = new ImapMailbox(dovecot.Settings(SmtpSecurity.ImplicitTls));

        Assert.Throws<IOException>(mailbox.New);
    }

    private ImapMailbox Open(SmtpSecurity security) => new(dovecot.Settings(security), SmtpSink.Trust);
}
#endif
