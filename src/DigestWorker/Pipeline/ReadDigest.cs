using DigestWorker.Composing;
using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>A digest as it was mailed, for its own reader.</summary>
internal sealed class ReadDigest(Digests digests)
{
    /// <returns>Its HTML, for a browser; empty where it is not kept any more; null where the token opens no digest of the week.</returns>
    public string? Run(EditionWeek week, string token) => digests.Find(week, token) switch
    {
        null => null,
        { Html: "" } => "",
        var kept => ReadingPage.OfReader(PersonalLines.FillHtml(kept.Html, new OwnLines(kept.Why, kept.Notice, token))),
    };
}
