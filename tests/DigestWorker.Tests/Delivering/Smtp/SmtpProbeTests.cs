using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Smtp;

/// <summary>What the admin is told of the mail server before any mail is sent.</summary>
public sealed class SmtpProbeTests : IAsyncDisposable
{
    private const string Password = "open-sesame";

    private readonly SmtpSink _sink = new(new SmtpSinkScript { StartTls = true, User = "digest", Password = Password });

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    [Fact]
    public async Task A_log_in_that_works_is_told_with_the_days_of_the_certificate_and_no_mail_is_begun()
    {
        var answer = await ProbeAsync(Smtp(), SmtpSink.Trust);

        Assert.Equal(new ProbeAnswer(true, $"localhost, port {_sink.Port}, answers over TLS and takes our log-in. Its certificate holds for 28 days more."), answer);
        Assert.Equal("QUIT", _sink.Commands.Last());
        Assert.DoesNotContain(_sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_ends_soon_needs_the_admin()
    {
        var answer = await ProbeAsync(Smtp(), SmtpSink.Trust, daysAhead: 25);

        Assert.False(answer.IsGood);
        Assert.EndsWith("Its certificate ends: have it renewed; it holds only for 3 days more.", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_ended_is_told_with_its_day()
    {
        var answer = await ProbeAsync(Smtp(), trust: null, daysAhead: 40);

        Assert.False(answer.IsGood);
        Assert.Contains("cannot be trusted: its certificate ended on ", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_signed_is_told()
    {
        var answer = await ProbeAsync(Smtp());

        Assert.False(answer.IsGood);
        Assert.Contains("nobody whom this machine trusts has signed its certificate", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_told_with_both_names()
    {
        var answer = await ProbeAsync(Smtp("127.0.0.1"));

        Assert.False(answer.IsGood);
        Assert.Contains("its certificate is for localhost, not for 127.0.0.1", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong", "does not take our log-in; check Delivery:Smtp:User and its password or OAuth. The answer was: 535")]
    [InlineData(null, "answers over TLS and was asked for no log-in, since Delivery:Smtp:User is not set")]
    public async Task What_became_of_the_log_in_is_told_without_the_password(string? password, string words)
    {
        var answer = await ProbeAsync(Smtp(password: password), SmtpSink.Trust);

        Assert.Equal(password is null, answer.IsGood);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_TLS_is_told_and_hears_no_password()
    {
        _sink.Script = _sink.Script with { StartTls = false };

        var answer = await ProbeAsync(Smtp());

        Assert.False(answer.IsGood);
        Assert.Contains("does not turn to TLS; try \"Security\": \"ImplicitTls\" with port 465", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(_sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TLS_from_the_first_byte_where_the_server_speaks_plainly_is_told() =>
        Assert.Contains(
            "port 587 goes with \"StartTls\", port 465 with \"ImplicitTls\"",
            (await ProbeAsync(Smtp(security: SmtpSecurity.ImplicitTls))).Words,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_wants_nobody_is_told_with_its_words()
    {
        _sink.Script = _sink.Script with { Reply = command => command == "CONNECT" ? "554 not from there" : null };

        Assert.Contains("does not want to talk to us. The answer was: 554 not from there", (await ProbeAsync(Smtp())).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_silent_is_told_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        Assert.Contains("did not answer in time; a firewall may be in the way", (await ProbeAsync(Smtp(port: ((IPEndPoint)silent.LocalEndpoint).Port))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        Assert.Equal($"localhost, port {port}, refuses connections; correct Delivery:Smtp:Host or Port, or start the server.", (await ProbeAsync(Smtp(port: port))).Words);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_told() =>
        Assert.Equal(
            "No name server of this machine knows mail.invalid; correct Delivery:Smtp:Host.",
            (await ProbeAsync(Smtp("mail.invalid"), patience: TimeSpan.FromSeconds(20))).Words);

    private static Task<ProbeAnswer> ProbeAsync(SmtpSettings smtp, RemoteCertificateValidationCallback? trust = null, int daysAhead = 0, TimeSpan? patience = null)
    {
        var limit = patience ?? TimeSpan.FromSeconds(2);
        var timeouts = new SmtpTimeouts { Connect = limit, Tls = limit, Command = limit };
        return new SmtpProbe(smtp, timeouts, new ManualClock(TimeProvider.System.GetUtcNow().AddDays(daysAhead)), trust).RunAsync(TestContext.Current.CancellationToken);
    }

    private SmtpSettings Smtp(string host = "localhost", int? port = null, string? password = Password, SmtpSecurity security = SmtpSecurity.StartTls) =>
        new() { Host = host, Port = port ?? _sink.Port, Security = security, User = password is null ? null : "digest", Password = password };
}
