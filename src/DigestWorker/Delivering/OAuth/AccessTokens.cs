using DigestWorker.Settings;

namespace DigestWorker.Delivering.OAuth;

/// <summary>Access tokens for the mail server: asked for when one is needed, and kept until a minute before they expire.</summary>
internal sealed class AccessTokens(TokenEndpoint endpoint, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private TokenAnswer? _held;

    /// <returns>Null where the settings name no token endpoint.</returns>
    public static AccessTokens? For(OAuthSettings settings, TimeProvider time) =>
        settings.TokenEndpoint is null ? null : new AccessTokens(new TokenEndpoint(settings, time, TokenEndpoint.Patience), time);

    /// <summary>Logs in with a token, and once more with a new one where the server does not take the first.</summary>
    /// <param name="logIn">Answers null where the server agreed.</param>
    public async Task<TransportReply?> LogInAsync(Func<string, Task<TransportReply?>> logIn, CancellationToken cancellationToken)
    {
        var first = await GetAsync(cancellationToken);
        var reply = first.Refusal ?? await logIn(first.Token);
        if (first.Refusal is not null || reply is not { Outcome: TransportOutcome.Refused })
        {
            return reply;
        }

        _held = null;
        var second = await GetAsync(cancellationToken);
        return second.Refusal ?? await logIn(second.Token);
    }

    public void Dispose() => endpoint.Dispose();

    private async Task<TokenAnswer> GetAsync(CancellationToken cancellationToken)
    {
        if (_held is null || _held.Expires <= time.GetUtcNow() + Margin)
        {
            _held = await endpoint.AskAsync(cancellationToken);
        }

        return _held;
    }
}
