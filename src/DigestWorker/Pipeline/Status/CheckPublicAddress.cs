using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Status;

/// <summary>Whether the links of mails lead to this service, as far as this machine can tell.</summary>
internal sealed class CheckPublicAddress(DigestSettings settings, TimeProvider time)
{
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Web.PublicUrl is not { } url)
        {
            return [];
        }

        var address = new Uri(url, UriKind.Absolute);
        if (CheckDns.IsNobodys(address.IdnHost) && !address.IsLoopback)
        {
            return [new("Pages", IsGood: false, $"{address.IdnHost} is nobody's domain: set Web:PublicUrl before you send.")];
        }

        using var probe = new PageProbe(address, Keys(), settings.Web.Listen, time);
        var answer = await probe.RunAsync(cancellationToken);
        return [new("Pages", answer.IsGood, answer.Words)];
    }

    // A check makes no key file, and what is wrong with one stands in a line of its own.
    private KeyRing? Keys()
    {
        try
        {
            return KeyFile.TryRead(settings.Storage.KeyFile);
        }
        catch (KeyFault)
        {
            return null;
        }
    }
}
