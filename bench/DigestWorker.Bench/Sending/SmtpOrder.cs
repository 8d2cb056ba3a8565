using System.Diagnostics;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Sending;

/// <summary>What is queued goes to a mail server of this machine, without TLS.</summary>
internal static class SmtpOrder
{
    public static SmtpSettings Settings(int port, int connections) => new() { Host = "127.0.0.1", Port = port, Connections = connections, Security = SmtpSecurity.None };

    public static SendingOrder To(int port, int connections) =>
        new(() => new SubmissionTransport(Settings(port, connections), SmtpTimeouts.Rfc5321), connections, ByHand: true);

    /// <param name="mails">How many are queued; anything but that all of them go out is a fault of the run.</param>
    /// <returns>Seconds for all of them.</returns>
    public static async Task<double> SecondsAsync(IServiceProvider services, SendingOrder order, int mails)
    {
        var started = Stopwatch.GetTimestamp();
        var report = await services.GetRequiredService<SendDeliveries>().RunAsync(order, progress: null, CancellationToken.None);
        return report?.Sent == mails
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"Of {mails} mails {report?.Sent ?? 0} went out: {report}.");
    }
}
