using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Dates;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>The change notes of a page; a manual has them per section.</summary>
internal static class ChangeHistory
{
    private const int MostNotes = 300;
    private const int LongestNote = 2000;
    private const int LongestShown = 60;

    /// <summary>Oldest first by the instant: publishers list them either way round, and in several spellings of one instant.</summary>
    public static IReadOnlyList<ChangeNote> Read(JsonElement details, Remarks remarks)
    {
        var ofPage = details.Objects("change_history").Select(note => (At: note.Text("public_timestamp"), Text: note.Text("note")));
        var ofSections = details.Objects("change_notes").Select(note => (At: note.Text("published_at"), Text: InSection(note)));
        return [.. ofPage.Concat(ofSections)
            .Select(note => Note(note.At, Text(note.Text), remarks))
            .OfType<ChangeNote>()
            .Distinct()
            .OrderBy(note => note.At)
            .TakeLast(MostNotes)];
    }

    public static string Text(string note) => Bounded.Text(HtmlText.Of(note), LongestNote);

    private static string InSection(JsonElement note) =>
        note.Text("title") is { Length: > 0 } section && note.Text("change_note") is { Length: > 0 } text ? $"{section}: {text}" : note.Text("change_note");

    private static ChangeNote? Note(string at, string text, Remarks remarks)
    {
        if (WrittenDate.Read(at) is { } date && text.Length > 0)
        {
            return new ChangeNote(date.At, text);
        }

        remarks.Add($"The change note '{Bounded.Line(text, LongestShown)}' of '{Bounded.Line(at, LongestShown)}' has no text or no date and was left out.");
        return null;
    }
}
