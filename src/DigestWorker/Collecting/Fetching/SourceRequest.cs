using System.Globalization;

namespace DigestWorker.Collecting.Fetching;

/// <summary>What is asked of a server, and the headers that matter in its answer.</summary>
internal static class SourceRequest
{
    private const int LongestHeader = 1000;
    private const string Accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    public static HttpRequestMessage For(Uri address, Validators? since)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", Accepted);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        if (since?.ETag is { } etag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (since?.LastModified is { } lastModified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        return request;
    }

    public static Validators? ValidatorsOf(HttpResponseMessage response) =>
        (Header(response, "ETag"), Header(response, "Last-Modified")) is var (etag, lastModified) && (etag ?? lastModified) is not null
            ? new Validators(etag, lastModified)
            : null;

    /// <summary>WordPress says in a header how long its lists are.</summary>
    public static int? TotalOf(HttpResponseMessage response) =>
        int.TryParse(Header(response, "X-WP-Total"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null;

    /// <returns>The value as it was sent, to be sent back as it was; null for none and for an absurd one.</returns>
    public static string? Header(HttpResponseMessage response, string name) =>
        (response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values))
        && values.ToString() is { Length: > 0 and <= LongestHeader } value ? value : null;
}
