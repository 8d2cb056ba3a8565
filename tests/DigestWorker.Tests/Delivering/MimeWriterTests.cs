using System.Net.Mail;
using DigestWorker.Delivering;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering;

public sealed class MimeWriterTests
{
    [Fact]
    public void A_digest_reads_as_the_standards_have_it()
    {
        var read = StrictMessage.Read(MimeWriter.Write(AMessage.To("lead@school.example.org")));

        Assert.Equal("Safeguarding Digest <digest@example.org>", read["From"]);
        Assert.Equal("lead@school.example.org", read["To"]);
        Assert.Equal("Safeguarding Digest <help@example.org>", read["Reply-To"]);
        Assert.Equal("Safeguarding digest 23 Nov: 3 releases, 1 guidance page", read["Subject"]);
        Assert.Equal("Mon, 23 Nov 2026 07:30:00 +0000", read["Date"]);
        Assert.Equal("1.0", read["MIME-Version"]);
        Assert.Equal("Safeguarding Digest <weekly.digest.example.org>", read["List-Id"]);
        Assert.Equal("<mailto:help@example.org?subject=unsubscribe>", read["List-Unsubscribe"]);
        Assert.Equal("auto-generated", read["Auto-Submitted"]);
        Assert.Equal("All", read["X-Auto-Response-Suppress"]);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], read.Parts.Select(part => part.Type));
    }

    [Theory]
    [InlineData(-5, 0, "Mon, 23 Nov 2026 07:30:00 -0500")]
    [InlineData(5, 30, "Mon, 23 Nov 2026 07:30:00 +0530")]
    public void The_date_keeps_its_zone_as_a_number(int hours, int minutes, string expected)
    {
        var date = new DateTimeOffset(2026, 11, 23, 7, 30, 0, new TimeSpan(hours, minutes, 0));

        Assert.Equal(expected, Read(AMessage.To("lead@example.org") with { Date = date })["Date"]);
    }

    [Theory]
    [InlineData("Café culture", "=?utf-8?Q?Caf=C3=A9_culture?=")]
    [InlineData("子ども", "=?utf-8?B?5a2Q44Gp44KC?=")]
    [InlineData("plain =?utf-8?Q?trick?=", "=?utf-8?B?cGxhaW4gPT91dGYtOD9RP3RyaWNrPz0=?=")]
    [InlineData("a\r\nBcc: victim@example.org", "a Bcc: victim@example.org")]
    [InlineData("", "")]
    public void A_subject_is_written_as_it_is_or_in_the_shorter_encoded_form(string subject, string expected) =>
        Assert.Equal(expected, Read(AMessage.To("lead@example.org") with { Subject = subject })["Subject"]);

    [Theory]
    [InlineData("Jo Lead", "Jo Lead <lead@example.org>")]
    [InlineData("Lead, Jo (DSL)", "\"Lead, Jo (DSL)\" <lead@example.org>")]
    [InlineData("Jo \\ Lead", "\"Jo \\\\ Lead\" <lead@example.org>")]
    [InlineData("Zoë Lead", "=?utf-8?B?Wm/DqyBMZWFk?= <lead@example.org>")]
    [InlineData(" \u0001 ", "lead@example.org")]
    public void A_display_name_is_atoms_or_quoted_or_encoded(string name, string expected) =>
        Assert.Equal(expected, Read(AMessage.To("lead@example.org") with { To = new MailAddress("lead@example.org", name) })["To"]);

    [Theory]
    [InlineData("lead@schöne-schule.example.org", "lead@xn--schne-schule-6ib.example.org")]
    [InlineData("zoë@example.org", "=?utf-8?Q?zo=C3=AB=40example=2Eorg?= :;")]
    public void An_address_beyond_ASCII_never_breaks_the_header(string address, string expected) =>
        Assert.Equal(expected, Read(AMessage.To("lead@example.org") with { To = new MailAddress(address) })["To"]);

    [Theory]
    [InlineData("Bcc")]
    [InlineData("subject")]
    [InlineData("X-A: b\r\nX-C")]
    [InlineData("X A")]
    [InlineData("")]
    public void A_further_header_cannot_take_the_place_of_an_own_one_or_break_out(string name) =>
        Assert.Throws<ArgumentException>(() => Read(AMessage.To("lead@example.org") with { Headers = [new(name, "value")] }));

    [Fact]
    public void The_boundary_follows_from_the_message_id_alone()
    {
        var first = AMessage.To("lead@example.org");

        Assert.Equal(Read(first)["Content-Type"], Read(first with { Text = "another", Subject = "another" })["Content-Type"]);
        Assert.NotEqual(Read(first)["Content-Type"], Read(first with { MessageId = "another@example.org" })["Content-Type"]);
    }

    [Fact]
    public void A_body_that_quotes_the_boundary_does_not_end_its_part()
    {
        var message = AMessage.To("lead@example.org");
        var boundary = Read(message)["Content-Type"].Split('"')[1];

        var read = Read(message with { Text = $"--{boundary}--\r\n" });

        Assert.Equal($"--{boundary}--\r\n", read.Parts[0].Text);
    }

    private static StrictMessage Read(OutgoingMessage message) => StrictMessage.Read(MimeWriter.Write(message));
}
