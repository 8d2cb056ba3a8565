using DigestWorker.Delivering;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering;

/// <summary>What holds for TLS and for logging in, for every way of sending that speaks to a server.</summary>
public abstract class SecureMailServerContract : MailServerContract
{
    [Fact]
    public async Task Without_STARTTLS_nothing_is_sent_and_the_words_say_why()
    {
        var reply = await SendToReaderAsync(Open(Settings(SmtpSecurity.StartTls)));

        AssertEnded(TransportOutcome.Refused, TransportStage.Tls, "STARTTLS", reply);
        Assert.DoesNotContain(Sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal) || command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("ImplicitTls")]
    public async Task Mail_is_sent_over_TLS_to_a_server_whose_certificate_is_trusted(string security)
    {
        var settings = Settings(Enum.Parse<SmtpSecurity>(security));
        Sink.Script = new SmtpSinkScript { StartTls = settings.Security == SmtpSecurity.StartTls, ImplicitTls = settings.Security == SmtpSecurity.ImplicitTls };

        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync(Open(settings)));
        Assert.Single(Sink.Messages);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("ImplicitTls")]
    public async Task A_certificate_that_is_not_trusted_is_refused_and_nothing_is_sent(string security)
    {
        var settings = Settings(Enum.Parse<SmtpSecurity>(security));
        Sink.Script = new SmtpSinkScript { StartTls = settings.Security == SmtpSecurity.StartTls, ImplicitTls = settings.Security == SmtpSecurity.ImplicitTls };

        AssertEnded(TransportOutcome.Refused, TransportStage.Tls, "", await SendToReaderAsync(Keep(Create(settings, trusting: false))));
        Assert.DoesNotContain(Sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PLAIN LOGIN")]
    [InlineData("LOGIN")]
    public async Task With_a_user_name_we_log_in_once_for_many_messages(string logIns)
    {
        Sink.Script = new SmtpSinkScript { User = "digest", Password = "grün & \"gut\"", LogIns = logIns };
        var transport = Open(Settings(user: "digest", password: "grün & \"gut\""));

        await SendToReaderAsync(transport);
        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync(transport));

        Assert.Single(Sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("535 5.7.8 wrong", "Refused")]
    [InlineData("535 5.7.8 'open-sesame' is wrong for digest", "Refused")]
    [InlineData("454 4.7.0 directory unreachable", "Deferred")]
    public async Task A_failed_log_in_ends_at_auth_and_the_password_is_never_told(string said, string outcome)
    {
        Sink.Script = new SmtpSinkScript { User = "digest", Password = "other", Reply = heard => heard.StartsWith("AUTH", StringComparison.Ordinal) ? said : null };

        var reply = await SendToReaderAsync(Open(Settings(user: "digest", password: "open-sesame")));

        AssertEnded(Enum.Parse<TransportOutcome>(outcome), TransportStage.Auth, said[..3], reply);
        Assert.DoesNotContain("open-sesame", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_offers_no_log_in_is_refused_when_there_is_a_user_name()
    {
        var reply = await SendToReaderAsync(Open(Settings(user: "digest", password: "open-sesame")));

        Assert.Equal((TransportOutcome.Refused, TransportStage.Auth), (reply.Outcome, reply.Stage));
    }

    [Fact]
    public async Task Plain_text_never_leaves_this_machine()
    {
        var reply = await SendToReaderAsync(Open(new SmtpSettings { Host = "192.0.2.1", Port = 25, Security = SmtpSecurity.None }));

        AssertEnded(TransportOutcome.Refused, TransportStage.Tls, "Security", reply);
    }
}
