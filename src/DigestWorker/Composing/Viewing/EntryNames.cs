using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>What an entry and its publisher are called, harmless and of bounded length.</summary>
internal static class EntryNames
{
    private const int LongestTitle = 200;
    private const int LongestName = 80;

    /// <summary>An entry without a title is named after its publisher.</summary>
    public static string Title(StoredEntry entry, int longest = LongestTitle) =>
        SafeText.Line(entry.Entry.Title) is { Length: > 0 } title ? Shortened.ToLength(title, longest) : $"Untitled, from {Publisher(entry)}";

    public static string Publisher(StoredEntry entry) => Name(entry.Publisher);

    public static string Name(string name) => Shortened.ToLength(SafeText.Line(name), LongestName);
}
