namespace DigestWorker.Collecting.Fetching;

/// <summary>One answer, whose body is yet to come, and the turn at the host that lasts as long.</summary>
internal sealed record Exchange(HttpResponseMessage Response, IDisposable Turn) : IDisposable
{
    public void Dispose()
    {
        Response.Dispose();
        Turn.Dispose();
    }
}
