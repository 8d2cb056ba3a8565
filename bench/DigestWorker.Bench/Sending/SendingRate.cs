using System.Diagnostics;
using DigestWorker.Pipeline.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Sending;

/// <summary>How many mails a second go out of a queue that is longer than one wants to wait for.</summary>
internal static class SendingRate
{
    public static async Task<double> OfAsync(IServiceProvider services, MailSink sink, SendingOrder order, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        var (before, started) = (sink.Taken, Stopwatch.GetTimestamp());
        try
        {
            await services.GetRequiredService<SendDeliveries>().RunAsync(order, progress: null, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        var taken = sink.Taken - before;
        return taken > 0 ? taken / Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException("No mail went out.");
    }
}
