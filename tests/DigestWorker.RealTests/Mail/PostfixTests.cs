using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests.Mail;

/// <summary>The real program sends through a real mail server, and reads what that server sends back.</summary>
public sealed partial class PostfixTests(Postfix postfix) : IClassFixture<Postfix>, IDisposable
{
    private readonly int _linesBefore = postfix.Log.Length;

    private IEnumerable<string> Log => postfix.Log.Skip(_linesBefore);

    [Fact]
    public async Task Each_subscriber_gets_a_mail_of_their_own_over_STARTTLS_and_AUTH_once()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix) { Connections = 3 };
        string[] subscribers = [.. Enumerable.Range(0, 9).Select(_ => postfix.NewSubscriber())];
        await app.SubscribeAsync(subscribers);

        var first = await app.DigestAsync();
        var second = await app.DigestAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains(" 9 sent, 0 put off, 0 failed,", first.Out, StringComparison.Ordinal);
        Assert.Contains(" 0 sent, 0 put off, 0 failed,", second.Out, StringComparison.Ordinal);
        var handedOver = await app.HandedOverAsync();
        foreach (var subscriber in subscribers)
        {
            var mail = DeliveredMail.Read(Assert.Single(await postfix.MailsAsync(subscriber, count: 1)));
            Assert.Equal(handedOver[subscriber], mail.Message);
            Assert.Contains(" with ESMTPSA ", mail.Trace, StringComparison.Ordinal);
            Assert.Matches($@"^Return-Path: <{app.BounceAddress.Replace("@", @"\+[0-9a-f]{32}@", StringComparison.Ordinal)}>\n", mail.Trace);
        }

        Assert.Equal(9, Log.Count(line => line.Contains("sasl_method=PLAIN, sasl_username=digest@example.org", StringComparison.Ordinal)));
        Assert.DoesNotMatch(Trouble(), string.Join('\n', Log));
    }

    [Fact]
    public async Task A_subject_and_a_sender_beyond_ASCII_and_longer_than_a_line_arrive_byte_for_byte()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix)
        {
            SenderName = "Bwrdd Diogelu Ynys Môn – Crynodeb Wythnosol i Bawb sy’n Diogelu Plant ac Oedolion",
            Title = "Naïve “online grooming” offences rise – " + string.Concat(Enumerable.Repeat("ŷ and 👩‍🏫 ", 30)) + new string('x', 2_000),
        };
        var subscriber = postfix.NewSubscriber();
        await app.SubscribeAsync(subscriber);

        var sent = await app.DigestAsync();

        Assert.Equal(0, sent.ExitCode);
        var mail = DeliveredMail.Read(Assert.Single(await postfix.MailsAsync(subscriber, count: 1)));
        Assert.Equal((await app.HandedOverAsync())[subscriber], mail.Message);
        var message = StrictMessage.Read(mail.Message);
        Assert.StartsWith(app.SenderName, StrictMessage.Decode(message["From"]), StringComparison.Ordinal);
        Assert.Contains("Naïve “online grooming”", message.Parts[0].Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Trouble(), string.Join('\n', Log));
    }

    [Fact]
    public async Task With_a_wrong_password_nothing_is_sent_and_the_reason_is_told_until_it_is_right()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix) { Password = "not the right one" };

        await NothingIsSentAsync(app, "refused the log-in: 535 5.7.8 ");
        Assert.DoesNotContain(Log, line => line.Contains("from=<", StringComparison.Ordinal));

        app.Password = PostfixFolder.Password;
        Assert.Contains(" 1 sent, 0 put off, 0 failed,", (await app.DigestAsync()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_the_machine_does_not_trust_keeps_the_mail_here()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix) { Certificate = null };

        await NothingIsSentAsync(app, "The remote certificate is invalid");

        Assert.DoesNotContain(Log, line => line.Contains("sasl_username", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_TLS_gets_neither_the_mail_nor_the_password()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix) { Port = postfix.PlainPort };

        await NothingIsSentAsync(app, "The server does not offer STARTTLS");

        Assert.DoesNotContain(Log, line => line.Contains("auth=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_mailbox_is_refused_and_suppressed_and_the_others_get_theirs()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix);
        var (first, nobody, last) = (postfix.NewSubscriber(), "nobody@school.example.org", postfix.NewSubscriber());
        await app.SubscribeAsync(first, nobody, last);

        var sent = await app.DigestAsync();

        Assert.Equal(1, sent.ExitCode);
        Assert.Contains(" 2 sent, 0 put off, 1 failed,", sent.Out, StringComparison.Ordinal);
        Assert.Single(await postfix.MailsAsync(first, count: 1));
        Assert.Single(await postfix.MailsAsync(last, count: 1));
        Assert.Equal(new() { [first] = "active", [nobody] = "suppressed", [last] = "active" }, await app.StatesAsync());
    }

    [Fact]
    public async Task What_is_accepted_and_then_comes_back_counts_once_for_what_it_says()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix);
        await app.SubscribeAsync("gone@far.example.org", "full@far.example.org", "blocked@far.example.org");

        var sent = await app.DigestAsync();
        var mails = await postfix.MailsAsync(app.BounceAddress, count: 3);
        var bounces = await app.ReadBouncesAsync();
        var states = await app.StatesAsync();

        Assert.Equal((0, 3), (sent.ExitCode, mails.Length));
        Assert.Equal(new() { ["hard"] = 1, ["soft"] = 1, ["refused"] = 1 }, bounces);
        Assert.Equal(new() { ["gone@far.example.org"] = "suppressed", ["full@far.example.org"] = "active", ["blocked@far.example.org"] = "active" }, states);
        postfix.PutBack(app.BounceAddress);
        Assert.Empty(await app.ReadBouncesAsync());
        Assert.Equal(states, await app.StatesAsync());
    }

    [Fact]
    public async Task What_the_next_server_puts_off_is_a_soft_bounce_when_it_is_told_of_and_when_it_is_given_up()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix);
        await app.SubscribeAsync("busy@far.example.org");

        var sent = await app.DigestAsync();
        await postfix.MailsAsync(app.BounceAddress, count: 2);

        Assert.Equal(0, sent.ExitCode);
        Assert.Equal(new() { ["soft"] = 2 }, await app.ReadBouncesAsync());
        Assert.Equal(new() { ["busy@far.example.org"] = "active" }, await app.StatesAsync());
    }

    [Fact]
    public async Task Addresses_beyond_ASCII_get_their_mail_over_SMTPUTF8_and_bounce_by_RFC_6533()
    {
        Postfix.Need();
        using var app = new SendingApp(postfix);
        await app.SubscribeAsync(Postfix.SubscriberBeyondAscii, "géant@far.example.org");

        var sent = await app.DigestAsync();
        var delivered = await postfix.MailsAsync(Postfix.SubscriberBeyondAscii, count: 1);
        var bounced = await postfix.MailsAsync(app.BounceAddress, count: 1);

        Assert.Equal((0, 1, 1), (sent.ExitCode, delivered.Length, bounced.Length));
        Assert.Contains(" with UTF8SMTPSA ", DeliveredMail.Read(delivered[0]).Trace, StringComparison.Ordinal);
        Assert.Contains("message/global-delivery-status", await File.ReadAllTextAsync(bounced[0]), StringComparison.Ordinal);
        Assert.Equal(new() { ["hard"] = 1 }, await app.ReadBouncesAsync());
        Assert.Equal(new() { [Postfix.SubscriberBeyondAscii] = "active", ["géant@far.example.org"] = "suppressed" }, await app.StatesAsync());
    }

    public void Dispose()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, Log));
        }
    }

    private async Task NothingIsSentAsync(SendingApp app, string reason)
    {
        var subscriber = postfix.NewSubscriber();
        await app.SubscribeAsync(subscriber);

        var sent = await app.DigestAsync();

        Assert.Equal(1, sent.ExitCode);
        Assert.Contains(" 0 sent, 0 put off, 0 failed,", sent.Out, StringComparison.Ordinal);
        Assert.Contains(reason, sent.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("..", sent.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Password, sent.Out + sent.Error, StringComparison.Ordinal);
        Assert.Empty(postfix.Mails(subscriber));
        Assert.Equal(new() { [subscriber] = "active" }, await app.StatesAsync());
    }

    [GeneratedRegex("(warning|error|fatal|panic|reject): ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trouble();
}
