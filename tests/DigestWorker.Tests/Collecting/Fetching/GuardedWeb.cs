using DigestWorker.Collecting.Fetching;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>The program's way to the network, save that 127.0.0.1 counts as a public address, so that a public server can be stood in for.</summary>
internal sealed class GuardedWeb : HttpMessageHandler
{
    private readonly HttpMessageInvoker _open = new(CollectingHttp.Handler(new() { AllowPrivateAddresses = true }));
    private readonly HttpMessageInvoker _guarded = new(CollectingHttp.Handler(new CollectingSettings()));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.RequestUri!.Host == "127.0.0.1" ? _open : _guarded).SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _open.Dispose();
        _guarded.Dispose();
        base.Dispose(disposing);
    }
}
