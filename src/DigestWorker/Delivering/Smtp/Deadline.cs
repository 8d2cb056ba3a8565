using System.Globalization;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Bounds one step of a conversation; what takes longer is a <see cref="TimeoutException"/>, not a cancellation.</summary>
internal static class Deadline
{
    public static Task WithinAsync(TimeSpan limit, Func<CancellationToken, Task> step, CancellationToken cancellationToken) =>
        WithinAsync(
            limit,
            async token =>
            {
                await step(token);
                return true;
            },
            cancellationToken);

    public static async Task<T> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(limit);
        try
        {
            return await step(timer.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"The server took longer than {limit.TotalSeconds:0.#} seconds.");
            throw new TimeoutException(words, late);
        }
    }
}
