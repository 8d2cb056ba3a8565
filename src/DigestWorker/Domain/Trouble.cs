namespace DigestWorker.Domain;

/// <summary>What kind of trouble a source is in, for whoever decides when to ask again and what to tell.</summary>
public enum Trouble
{
    /// <summary>Something broke; asked again with growing pauses.</summary>
    Failing,

    /// <summary>We are not let in: 401, 403, robots.txt, a private address.</summary>
    Blocked,

    /// <summary>The server asks for a pause: 429, or 503 with Retry-After.</summary>
    Waiting,

    /// <summary>Taken down for good: 410, or an ended feed.</summary>
    Gone,

    /// <summary>The settings of the source are at fault, so asking again is useless until they change.</summary>
    Misconfigured,
}
