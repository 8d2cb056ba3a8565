using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Turns the fields of a feed into an entry: clean, bounded, and with a remark for what had to go.</summary>
internal sealed partial class EntryReading(DateTimeOffset now, Remarks remarks)
{
    private const int LongestTitle = 300;
    private const int LongestText = 200_000;
    private const int LongestId = 2000;
    private const int LongestAuthor = 200;
    private const int LongestName = 60;

    private readonly EntryDates _dates = new(now, remarks);

    /// <returns>Null for an entry that says nothing at all.</returns>
    public Entry? Read(EntryDraft draft, int position)
    {
        var title = Bounded.Line(draft.FirstText(Field.Title, Field.OtherTitle), LongestTitle);
        var id = PublisherId(draft);
        var name = title.Length > 0 ? title : id ?? draft.Link?.ToString() ?? $"entry {position}";
        var link = Link(draft, name);
        var (documentType, plainTitle) = DisplayType.Split(title, draft.Categories, link);
        var summary = Text(draft, name, Field.Summary, Field.OtherSummary);
        var content = Text(draft, name, Field.Content);
        var entry = new Entry
        {
            PublisherId = id,
            Url = link,
            Title = plainTitle,
            Summary = summary,
            Content = content.Length >= summary.Length ? content : "",
            Published = _dates.First(name, draft[Field.Published], draft[Field.OtherDate]),
            Updated = _dates.First(name, draft[Field.Updated]),
            Author = Author(draft),
            DocumentType = documentType,
        };
        return entry is { Title: "", Text: "", Url: null } ? null : entry;
    }

    /// <summary>As a remark names an entry or what it holds.</summary>
    public static string NameOf(string text) => Bounded.Line(text, LongestName);

    private static string? PublisherId(EntryDraft draft)
    {
        var id = draft.FirstText(Field.Id, Field.Identifier, Field.About);
        return id.Length is > 0 and <= LongestId ? id : null;
    }

    private Uri? Link(EntryDraft draft, string name)
    {
        if (draft is { Link: null, RefusedLink: { } refused })
        {
            remarks.Add($"The link '{NameOf(PlainText.Of(refused))}' of '{NameOf(name)}' is no web address and was left out.");
        }

        return draft.Link;
    }

    private string Text(EntryDraft draft, string name, params ReadOnlySpan<Field> fields)
    {
        var text = draft.FirstText(fields);
        if (text.Length > LongestText)
        {
            remarks.Add($"The text of '{NameOf(name)}' is longer than {LongestText} characters and was cut there.");
        }

        return Bounded.Text(text, LongestText);
    }

    /// <summary>RSS gives "mail (Name)"; a bare mail address is nobody's name.</summary>
    private static string? Author(EntryDraft draft)
    {
        var author = Bounded.Line(draft.FirstText(Field.Author), LongestAuthor);
        var named = NameBesideMail().Match(author) is { Success: true } match ? match.Groups["name"].Value.Trim() : author;
        return named.Length == 0 || named.Contains('@', StringComparison.Ordinal) ? null : named;
    }

    [GeneratedRegex(@"^\S+@\S+\s+\((?<name>[^()]+)\)$", RegexOptions.None, Pattern.Limit)]
    private static partial Regex NameBesideMail();
}
