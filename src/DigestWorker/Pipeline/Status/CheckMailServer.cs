using DigestWorker.Delivering.Smtp;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Status;

/// <summary>Whether the mail server would take our mail, as far as that can be told without sending any.</summary>
internal sealed class CheckMailServer(DigestSettings settings, TimeProvider time)
{
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Delivery.Transport != TransportKind.Smtp)
        {
            return [];
        }

        var answer = await new SmtpProbe(settings.Delivery.Smtp, SmtpProbe.Patience, time).RunAsync(cancellationToken);
        return [new("Mail server", answer.IsGood, answer.Words)];
    }
}
