using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>What each kind is called in a digest.</summary>
/// <param name="Heading">Of its section.</param>
/// <param name="Label">Of one release in the overview.</param>
/// <param name="Report">What one outlet's report of this kind is.</param>
internal sealed record KindWords(string Heading, string Label, string Report)
{
    public static KindWords Of(Kind kind) => kind switch
    {
        Kind.Statistics => new KindWords("Figures", "Figures", "figures"),
        Kind.Guidance => new KindWords("Guidance and procedures", "Guidance", "guidance"),
        _ => new KindWords("News", "News", "news report"),
    };
}
