using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>What an entry and its publisher are called, harmless and of bounded length.</summary>
internal static class EntryNames
{
    private const int LongestTitle = 200;
    private const int LongestName = 80;

    /// <summary>An entry without a title is named after its publisher, and so is one whose title a digest does not repeat.</summary>
    public static string Title(StoredEntry entry, int longest = LongestTitle) => SafeText.Line(entry.Entry.Title) switch
    {
        "" => $"Untitled, from {Publisher(entry)}",
        var title when !Care.MayName(title) => $"A report from {Publisher(entry)} (its title is not repeated here)",
        var title => Shortened.ToLength(title, longest),
    };

    public static string Publisher(StoredEntry entry) => Name(entry.Publisher);

    public static string Name(string name) => Shortened.ToLength(SafeText.Line(name), LongestName);
}
