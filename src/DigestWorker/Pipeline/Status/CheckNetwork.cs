namespace DigestWorker.Pipeline.Status;

/// <summary>What only others can tell: DNS, the mail server, and whoever answers at the pages' address.</summary>
internal sealed class CheckNetwork(CheckDns dns, CheckMailServer mailServer, CheckPublicAddress pages)
{
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(dns.RunAsync(cancellationToken), mailServer.RunAsync(cancellationToken), pages.RunAsync(cancellationToken))).SelectMany(results => results)];

    /// <summary>The same where nobody is to be asked.</summary>
    public IReadOnlyList<CheckResult> Offline() =>
    [
        .. dns.Unasked(),
        new("Network", IsGood: false, "Not asked: DNS, the mail server and Web:PublicUrl. Check without --offline before you send.") { IsAdvice = true },
    ];
}
