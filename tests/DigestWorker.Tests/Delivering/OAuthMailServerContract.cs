using System.Text;
using DigestWorker.Delivering;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering;

/// <summary>What holds for logging in with an access token, for every way of sending that speaks to a server.</summary>
public abstract class OAuthMailServerContract : SecureMailServerContract
{
    private const string Mailbox = "digest@example.org", Secret = "open-sesame";

    [Fact]
    public async Task With_a_token_endpoint_we_log_in_by_token()
    {
        await using var tokens = await TokenServer.StartAsync();
        Sink.Script = Takes("t1");

        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync(Open(Settings(tokens))));

        var response = Assert.Single(LogIns()).Split(' ')[2];
        Assert.Equal($"user={Mailbox}\u0001auth=Bearer t1\u0001\u0001", Encoding.UTF8.GetString(Convert.FromBase64String(response)));
        Assert.Equal(["grant_type=client_credentials", "client_id=worker", $"client_secret={Secret}", "scope=smtp"], Assert.Single(tokens.Asked));
    }

    [Fact]
    public async Task One_token_serves_a_second_connection()
    {
        await using var tokens = await TokenServer.StartAsync();
        Sink.Script = LosesTheSecond(Takes("t1"));
        var transport = Open(Settings(tokens));

        await SendToReaderAsync(transport);
        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync(transport));

        Assert.Equal((2, 1), (LogIns().Count, tokens.Asked.Count));
    }

    [Fact]
    public async Task A_token_that_expires_midway_is_renewed_once()
    {
        await using var tokens = await TokenServer.StartAsync();
        Sink.Script = Takes("t1");
        var transport = Open(Settings(tokens));
        await SendToReaderAsync(transport);

        Sink.Script = LosesTheSecond(Takes("t2"), afterMails: 0);
        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync(transport));

        Assert.Equal(2, tokens.Asked.Count);
        Assert.Equal(2, Sink.Messages.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("535 5.7.3 no: tokentoken1 nor tokentoken2")]
    public async Task A_server_that_takes_no_token_is_asked_twice_and_no_more_and_the_token_is_never_told(string? said)
    {
        await using var tokens = await TokenServer.StartAsync();
        tokens.Answer = number => (200, TokenServer.Token($"tokentoken{number}", 3600));
        Sink.Script = Takes("other") with { Reply = heard => heard.StartsWith("AUTH", StringComparison.Ordinal) ? said : null };

        var reply = await SendToReaderAsync(Open(Settings(tokens)));

        AssertEnded(TransportOutcome.Refused, TransportStage.Auth, "", reply);
        Assert.Equal((2, 2), (LogIns().Count, tokens.Asked.Count));
        Assert.DoesNotContain("tokentoken", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_knows_no_tokens_is_told_and_none_is_asked_for()
    {
        await using var tokens = await TokenServer.StartAsync();
        Sink.Script = Takes("t1") with { LogIns = "PLAIN LOGIN" };

        AssertEnded(TransportOutcome.Refused, TransportStage.Auth, "does not offer AUTH XOAUTH2", await SendToReaderAsync(Open(Settings(tokens))));

        Assert.Empty(tokens.Asked);
        Assert.Empty(LogIns());
    }

    [Theory]
    [InlineData(401, "Refused", "invalid_client, ClientId or ClientSecret is wrong")]
    [InlineData(503, "Deferred", "answered 503")]
    public async Task A_refused_token_ends_at_auth_with_words_for_the_admin(int status, string outcome, string words)
    {
        await using var tokens = await TokenServer.StartAsync();
        tokens.Answer = _ => (status, $$"""{"error":"invalid_client","error_description":"{{Secret}} is not right"}""");
        Sink.Script = Takes("t1");

        var reply = await SendToReaderAsync(Open(Settings(tokens)));

        AssertEnded(Enum.Parse<TransportOutcome>(outcome), TransportStage.Auth, words, reply);
        Assert.DoesNotContain(Secret, reply.Text, StringComparison.Ordinal);
        Assert.Empty(LogIns());
        Assert.Single(tokens.Asked);
    }

    private static SmtpSinkScript Takes(string token) => new() { User = Mailbox, Password = token, LogIns = "LOGIN XOAUTH2" };

    private static SmtpSinkScript LosesTheSecond(SmtpSinkScript script, int afterMails = 1)
    {
        var mails = 0;
        return script with { Reply = heard => heard.StartsWith("MAIL", StringComparison.Ordinal) && mails++ == afterMails ? SmtpSinkScript.HangUp : null };
    }

    private SmtpSettings Settings(TokenServer tokens) => new()
    {
        Host = "localhost",
        Port = Sink.Port,
        Security = SmtpSecurity.None,
        User = Mailbox,
        OAuth = new OAuthSettings { TokenEndpoint = tokens.Address, ClientId = "worker", ClientSecret = Secret, Scope = "smtp" },
    };

    private List<string> LogIns() => [.. Sink.Commands.Where(command => command.StartsWith("AUTH", StringComparison.Ordinal))];
}
