using System.Text;
using DigestWorker.Delivering;
using DigestWorker.Delivering.Dkim;
using DigestWorker.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DigestWorker.Tests.Delivering.Dkim;

public sealed class DkimSignerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 15, 0, TimeSpan.Zero);

    private readonly DkimSigner _signer = new(AKey.Settings, new ManualClock(Now));

    public void Dispose() => _signer.Dispose();

    [Fact]
    public void A_signature_stands_before_the_message_which_stays_as_it_was()
    {
        var message = MimeWriter.Write(AMessage.To("lead@example.org"));

        var signed = _signer.Sign(message);

        Assert.StartsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org;", Encoding.ASCII.GetString(signed), StringComparison.Ordinal);
        Assert.Equal(message, signed[^message.Length..]);
        Assert.True(DkimReader.Accepts(signed, AKey.Rsa));
    }

    [Fact]
    public void It_tells_the_time_of_sending_and_covers_the_whole_body_for_good()
    {
        var tags = DkimReader.Tags(SignatureOf(AMessage.To("lead@example.org")));

        Assert.Equal($"{Now.ToUnixTimeSeconds()}", tags["t"]);
        Assert.Equal(["v", "a", "c", "d", "s", "t", "h", "bh", "b"], tags.Keys);
    }

    [Fact]
    public void It_covers_the_one_click_headers_and_names_those_twice_that_may_stand_once() =>
        Assert.Equal(
            "From:To:Subject:Date:Message-ID:Reply-To:MIME-Version:Content-Type:List-Id:List-Unsubscribe:List-Unsubscribe-Post:From:To:Subject:Date",
            DkimReader.Tags(SignatureOf(AMessage.To("lead@example.org") with
            {
                Headers = DigestHeaders.For("Digest", new("digest@example.org"), new WayOut(new("help@example.org"), "1", "https://digest.example.org/u/1")),
            }))["h"]);

    [Fact]
    public void Headers_that_a_message_lacks_are_not_named() =>
        Assert.DoesNotContain("List-", DkimReader.Tags(SignatureOf(AMessage.To("lead@example.org") with { Headers = [] }))["h"], StringComparison.Ordinal);

    [Fact]
    public void No_line_of_it_is_longer_than_78() =>
        Assert.All(SignatureOf(AMessage.To("lead@example.org")).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));

    [Theory]
    [InlineData("Safeguarding digest 23", "Safeguarding digest 24")]
    [InlineData("lead@example.org", "load@example.org")]
    [InlineData("6,350 offences", "6,351 offences")]
    [InlineData("offences recorded", "offencesrecorded")]
    [InlineData("From: Safeguarding", "From: x@example.net\r\nFrom: Safeguarding")]
    [InlineData("; s=digest;", "; s=digesu;")]
    public void A_changed_byte_or_a_second_sender_is_noticed(string before, string after)
    {
        var text = Encoding.ASCII.GetString(_signer.Sign(MimeWriter.Write(AMessage.To("lead@example.org"))));

        Assert.False(DkimReader.Accepts(Encoding.ASCII.GetBytes(text.Replace(before, after, StringComparison.Ordinal)), AKey.Rsa));
    }

    [Fact]
    public void White_space_that_a_relay_changes_is_not()
    {
        var text = Encoding.ASCII.GetString(_signer.Sign(MimeWriter.Write(AMessage.To("lead@example.org"))));

        Assert.True(DkimReader.Accepts(Encoding.ASCII.GetBytes(text.Replace("Subject: Safeguarding", "SUBJECT:\t  Safeguarding", StringComparison.Ordinal) + "\r\n\r\n"), AKey.Rsa));
    }

    [Fact]
    public void Any_subject_and_body_are_signed_so_that_a_receiver_agrees() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(HostileText.Any, HostileText.Any, (subject, body) =>
            DkimReader.Accepts(_signer.Sign(MimeWriter.Write(AMessage.To("lead@example.org") with { Subject = subject, Text = body, Html = $"<p>{body}" })), AKey.Rsa)));

    [Fact]
    public void Any_bytes_after_a_header_are_signed_so_that_a_receiver_agrees() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(HostileText.Any, body =>
            DkimReader.Accepts(_signer.Sign(Encoding.UTF8.GetBytes($"From: a@example.org\r\nTo:\tb@example.org\r\n c@example.org \r\n\r\n{body}")), AKey.Rsa)));

    [Fact]
    public async Task Several_senders_may_sign_at_once()
    {
        var message = MimeWriter.Write(AMessage.To("lead@example.org"));

        var signed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _signer.Sign(message))));

        Assert.All(signed, each => Assert.Equal(signed[0], each));
    }

    private string SignatureOf(OutgoingMessage message)
    {
        var bytes = MimeWriter.Write(message);
        return Encoding.ASCII.GetString(_signer.Sign(bytes)[..^bytes.Length]).TrimEnd();
    }
}
