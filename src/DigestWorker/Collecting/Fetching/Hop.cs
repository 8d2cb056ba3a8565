using System.Net;

namespace DigestWorker.Collecting.Fetching;

/// <summary>One address on the way from the source's own to the one that answers.</summary>
/// <param name="IsForGood">Every redirect so far said "moved permanently".</param>
internal sealed record Hop(Uri Address, Uri? MovedTo, bool IsForGood)
{
    /// <returns>Null where the answer is no redirect.</returns>
    public Hop? After(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
        {
            return null;
        }

        var target = Target(response.Headers.Location);
        var isForGood = IsForGood && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
        return new(target, isForGood ? target : MovedTo, isForGood);
    }

    private Uri Target(Uri? location)
    {
        if (location is null || !Uri.TryCreate(Address, location, out var target))
        {
            throw new FetchFaultException("the server redirects without saying where to");
        }

        return target.Scheme is not ("http" or "https") ? throw new FetchFaultException($"the server redirects to a {target.Scheme}: address, which is not followed")
            : HostName.CanBeAsked(target) ? target
            : throw new FetchFaultException("the server redirects to a host whose name no host can have");
    }
}
