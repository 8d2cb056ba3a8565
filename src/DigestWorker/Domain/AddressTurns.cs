using System.Net;

namespace DigestWorker.Domain;

/// <summary>
/// The addresses of one host, one after the other and each with its share of the time: one whose packets vanish, as those of a broken
/// IPv6 do, leaves the next its turn (the trouble that RFC 8305 §1 tells of).
/// </summary>
internal static class AddressTurns
{
    /// <param name="limit">For all of them. The last has what is left of it, and is bounded by whoever asks.</param>
    /// <returns>What the first gives that answers; what the last throws where none does.</returns>
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<IPAddress> addresses, TimeSpan limit, Func<IPAddress, CancellationToken, Task<T>> open, CancellationToken cancellationToken)
    {
        foreach (var address in addresses.SkipLast(1))
        {
            using var share = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            share.CancelAfter(limit / addresses.Count);
            try
            {
                return await open(address, share.Token);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The next one may answer.
            }
        }

        return await open(addresses[^1], cancellationToken);
    }
}
