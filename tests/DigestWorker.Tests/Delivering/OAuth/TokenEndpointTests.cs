using DigestWorker.Delivering;
using DigestWorker.Delivering.OAuth;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.OAuth;

public sealed class TokenEndpointTests : IAsyncLifetime
{
    private const string Secret = "open-sesame", NoToken = "not with a token";

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private TokenServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TokenServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task With_a_refresh_token_it_is_that_which_is_handed_in()
    {
        var answer = await AskAsync(new OAuthSettings { TokenEndpoint = _server.Address, ClientId = "worker", RefreshToken = "r & 1" });

        Assert.Equal(("t1", Now.AddHours(1)), (answer.Token, answer.Expires));
        Assert.Equal(["grant_type=refresh_token", "client_id=worker", "refresh_token=r & 1"], Assert.Single(_server.Asked));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(",\"expires_in\":\"600\"", 600)]
    [InlineData(",\"expires_in\":-5", 0)]
    [InlineData(",\"expires_in\":1e9", 0)]
    [InlineData(",\"expires_in\":99999999999", 86_400)]
    [InlineData(",\"expires_in\":[1]", 0)]
    public async Task A_life_that_makes_no_sense_is_a_short_one(string expires, int seconds)
    {
        _server.Answer = _ => (200, $$"""{"access_token":"t1"{{expires}}}""");

        var answer = await AskAsync();

        Assert.Equal(("t1", Now.AddSeconds(seconds)), (answer.Token, answer.Expires));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>sign in</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":{"a":1}}""")]
    [InlineData("""{"access_token":"a b"}""")]
    [InlineData("""{"access_token":"t\u0001auth=Bearer x"}""")]
    [InlineData("""{"access_token":"t\r\nMAIL FROM:<a@example.org>"}""")]
    [InlineData("""{"access_token":"\ud800"}""")]
    public async Task What_is_no_token_is_not_taken_for_one(string body)
    {
        _server.Answer = _ => (200, body);

        AssertNone(TransportOutcome.Deferred, NoToken, await AskAsync());
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant"}""", "Refused", "answered 400: invalid_grant, RefreshToken is no longer valid; sign in anew to get another (Delivery:Smtp:OAuth).")]
    [InlineData(400, """{"error":"open-sesame"}""", "Refused", "answered 400: it gives no reason that we know.")]
    [InlineData(403, "<html>open-sesame</html>", "Refused", "answered 403: it gives no reason that we know.")]
    [InlineData(400, """{"error":"\ud800"}""", "Refused", "it gives no reason")]
    [InlineData(302, "", "Refused", "answered 302")]
    [InlineData(429, "{}", "Deferred", "answered 429")]
    [InlineData(500, "{}", "Deferred", "answered 500")]
    public async Task A_refusal_is_told_by_its_code_alone(int status, string body, string outcome, string words)
    {
        _server.Answer = _ => (status, body);

        var answer = await AskAsync();

        AssertNone(Enum.Parse<TransportOutcome>(outcome), words, answer);
        Assert.DoesNotContain(Secret, answer.Refusal!.Text, StringComparison.Ordinal);
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task An_answer_of_ten_megabytes_is_not_read_to_its_end()
    {
        _server.Answer = _ => (200, TokenServer.Token(new string('t', 10_000_000), 3600));

        AssertNone(TransportOutcome.Deferred, "more than 64 kB", await AskAsync());
    }

    [Fact]
    public async Task A_slow_endpoint_is_waited_for_only_so_long()
    {
        _server.Delay = TimeSpan.FromSeconds(20);

        AssertNone(TransportOutcome.Deferred, "longer than 0.3 seconds", await AskAsync(patience: TimeSpan.FromSeconds(0.3)));
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_told()
    {
        var settings = Settings();
        await _server.DisposeAsync();

        AssertNone(TransportOutcome.Deferred, "cannot be asked", await AskAsync(settings));
    }

    [Fact]
    public async Task Asking_that_is_cancelled_says_so_by_exception()
    {
        using var endpoint = new TokenEndpoint(Settings(), TimeProvider.System, TokenEndpoint.Patience);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.AskAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_token_is_kept_until_a_minute_before_it_expires_and_a_refusal_is_not()
    {
        var clock = new ManualClock(Now);
        using var tokens = new AccessTokens(new TokenEndpoint(Settings(), clock, TokenEndpoint.Patience), clock);
        var seen = new List<string>();
        Task<TransportReply?> LogInAsync() => tokens.LogInAsync(
            token =>
            {
                seen.Add(token);
                return Task.FromResult<TransportReply?>(null);
            },
            TestContext.Current.CancellationToken);

        await LogInAsync();
        clock.Now = Now.AddMinutes(58);
        await LogInAsync();
        clock.Now = Now.AddMinutes(59);
        _server.Answer = _ => (500, "");
        Assert.NotNull(await LogInAsync());
        _server.Answer = number => (200, TokenServer.Token($"t{number}", 3600));
        await LogInAsync();

        Assert.Equal(["t1", "t1", "t3"], seen);
    }

    private OAuthSettings Settings() => new() { TokenEndpoint = _server.Address, ClientId = "worker", ClientSecret = Secret };

    private async Task<TokenAnswer> AskAsync(OAuthSettings? settings = null, TimeSpan? patience = null)
    {
        using var endpoint = new TokenEndpoint(settings ?? Settings(), new ManualClock(Now), patience ?? TokenEndpoint.Patience);
        return await endpoint.AskAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertNone(TransportOutcome outcome, string words, TokenAnswer answer)
    {
        Assert.Equal((outcome, TransportStage.Auth, ""), (answer.Refusal!.Outcome, answer.Refusal.Stage, answer.Token));
        Assert.Contains(words, answer.Refusal.Text, StringComparison.Ordinal);
    }
}
