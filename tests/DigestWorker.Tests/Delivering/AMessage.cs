using System.Net.Mail;
using DigestWorker.Delivering;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Delivering;

/// <summary>A plain, sound message to start from.</summary>
internal static class AMessage
{
    public static OutgoingMessage To(string recipient) => new()
    {
        From = new MailAddress("digest@example.org", "Safeguarding Digest"),
        To = new MailAddress(recipient),
        ReplyTo = new MailAddress("help@example.org", "Safeguarding Digest"),
        Subject = "Safeguarding digest 23 Nov: 3 releases, 1 guidance page",
        Date = new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero),
        MessageId = MessageId.For(new EditionWeek(2026, 47), recipient, "example.org"),
        Text = "Your week in safeguarding\n\n6,350 offences recorded in 2022/23.\n",
        Html = "<h1>Your week in safeguarding</h1>\n<p>6,350 offences recorded in 2022/23.</p>\n",
        Headers = DigestHeaders.For("Safeguarding Digest", new MailAddress("digest@example.org"), new WayOut(new MailAddress("help@example.org"), "", null)),
    };
}
