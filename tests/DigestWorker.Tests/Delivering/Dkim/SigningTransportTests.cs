using DigestWorker.Delivering;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Dkim;

public sealed class SigningTransportTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_mail_in_the_pickup_folder_is_signed_where_there_is_a_key()
    {
        var message = AMessage.To("lead@example.org");
        await SendAsync(new DeliverySettings { PickupFolder = _temp.Path, Dkim = AKey.Settings }, message);

        var file = Assert.Single(Directory.GetFiles(_temp.Path, "*.eml"));
        Assert.True(DkimReader.Accepts(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), AKey.Rsa));
        Assert.Contains(message.Subject, await File.ReadAllTextAsync(_temp.File("index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_it_is_the_message_as_it_was_composed()
    {
        var message = AMessage.To("lead@example.org");
        await SendAsync(new DeliverySettings { PickupFolder = _temp.Path }, message);

        var file = Assert.Single(Directory.GetFiles(_temp.Path, "*.eml"));
        Assert.Equal(MimeWriter.Write(message), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mail_sent_by_SMTP_is_signed()
    {
        await using var sink = new SmtpSink(new SmtpSinkScript());
        await SendAsync(
            new DeliverySettings { Transport = TransportKind.Smtp, Smtp = new() { Port = sink.Port, Security = SmtpSecurity.None }, Dkim = AKey.Settings },
            AMessage.To("lead@example.org"));

        Assert.True(DkimReader.Accepts(Assert.Single(sink.Messages), AKey.Rsa));
    }

    [Fact]
    public async Task A_mail_that_is_expected_is_signed_once_and_begun_on_early()
    {
        await using var sink = new SmtpSink(new SmtpSinkScript { Extensions = ["PIPELINING", "SIZE 1000000"] });
        var settings = new DeliverySettings { Transport = TransportKind.Smtp, Smtp = new() { Port = sink.Port, Security = SmtpSecurity.None }, Dkim = AKey.Settings };
        var meanwhile = 0;
        (Envelope Envelope, byte[] Message)[] mails = [.. new[] { "a@example.org", "b@example.org", "c@example.org" }.Select(Mail)];
        await using (var transport = MailTransports.Create(settings, TimeProvider.System))
        {
            for (var at = 0; at < mails.Length; at++)
            {
                if (at + 1 < mails.Length)
                {
                    transport.Expect(mails[at + 1].Envelope, mails[at + 1].Message);
                }

                transport.Meanwhile(() => meanwhile++);
                await transport.SendAsync(mails[at].Envelope, mails[at].Message, TestContext.Current.CancellationToken);
            }
        }

        Assert.All(sink.Messages, message => Assert.True(DkimReader.Accepts(message, AKey.Rsa)));
        Assert.Equal(mails.Select(mail => Convert.ToHexString(mail.Message)), sink.Messages.Select(message => Convert.ToHexString(message[^mails[0].Message.Length..])));
        Assert.Equal(mails.Length, meanwhile);
        // One that is signed anew is another than the one begun on, and takes another connection.
        Assert.Equal(1, sink.Connections);
    }

    private static (Envelope, byte[]) Mail(string recipient)
    {
        var message = AMessage.To(recipient);
        return (new Envelope(message.From.Address, recipient, message.MessageId), MimeWriter.Write(message));
    }

    private static async Task SendAsync(DeliverySettings settings, OutgoingMessage message)
    {
        await using var transport = MailTransports.Create(settings, TimeProvider.System);
        await transport.SendAsync(
            new Envelope(message.From.Address, message.To.Address, message.MessageId), MimeWriter.Write(message), TestContext.Current.CancellationToken);
    }
}
