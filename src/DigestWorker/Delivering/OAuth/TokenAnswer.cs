namespace DigestWorker.Delivering.OAuth;

/// <summary>What came of asking for a token. A class, not a record: nothing may print it.</summary>
/// <param name="token">Empty where there is a refusal.</param>
internal sealed class TokenAnswer(string token, DateTimeOffset expires, TransportReply? refusal = null)
{
    public string Token => token;

    public DateTimeOffset Expires => expires;

    public TransportReply? Refusal => refusal;

    public static TokenAnswer None(TransportOutcome outcome, string words) =>
        new("", DateTimeOffset.MinValue, new TransportReply(outcome, TransportStage.Auth, words));
}
