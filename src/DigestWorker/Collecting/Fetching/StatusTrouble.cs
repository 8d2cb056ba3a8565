using System.Net;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Fetching;

/// <summary>What kind of trouble a refusal is.</summary>
internal static class StatusTrouble
{
    public static Trouble Of(HttpResponseMessage response, Uri address) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Trouble.Blocked,
        HttpStatusCode.TooManyRequests => Trouble.Waiting,
        HttpStatusCode.ServiceUnavailable when response.Headers.RetryAfter is not null => Trouble.Waiting,
        HttpStatusCode.Gone => Trouble.Gone,
        // GOV.UK's way to say that the address asks for what there is not.
        HttpStatusCode.UnprocessableContent when address.Host is "www.gov.uk" => Trouble.Misconfigured,
        _ => Trouble.Failing,
    };
}
