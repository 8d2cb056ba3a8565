using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>A change note fit to stand first in a summary.</summary>
internal static class PublishersWord
{
    private const int MostWords = 60;

    /// <returns>One sentence or more; null where the note says nothing of a change.</returns>
    public static string? Of(ChangeNote? note)
    {
        var text = Words.Shortened(PlainForm.Of(note?.Text ?? ""), MostWords);
        if (text.Length == 0 || text.TrimEnd('.').Equals("first published", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return text[^1] is '.' or '!' or '?' ? text : text + ".";
    }
}
