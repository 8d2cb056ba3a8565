using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages;

/// <summary>What many sites show in place of a page that they have no more.</summary>
internal static class HomePage
{
    /// <returns>Null where the address leads to something of its own.</returns>
    public static ReadResult.Failed? Instead(Uri asked, Uri answered) => Is(answered) && !Is(asked)
        ? new("its address leads to the site's home page now") { Trouble = Trouble.Gone }
        : null;

    private static bool Is(Uri address) => CanonicalUrl.Of(address) is { } canonical && canonical.AsSpan().IndexOfAny('/', '?') < 0;
}
