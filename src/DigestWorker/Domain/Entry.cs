namespace DigestWorker.Domain;

/// <summary>One thing that a source published, as plain text: HTML is gone, links are absolute.</summary>
public sealed record Entry
{
    /// <summary>The publisher's own id (Atom id, RSS guid, content_id); only unique within its source.</summary>
    public string? PublisherId { get; init; }

    /// <summary>The address as published, made absolute; http, https or file only.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where its address leads for good; null where it leads nowhere else.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>True where the address is of something larger or older, such as a chapter that entry after entry tells of.</summary>
    public bool UrlIsShared { get; init; }

    /// <summary>One line without control characters; may be empty.</summary>
    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>The full text where the source gives it, paragraphs separated by a blank line, list lines begin with "- ".</summary>
    public string Content { get; init; } = "";

    public PublishedDate? Published { get; init; }

    public PublishedDate? Updated { get; init; }

    public string? Author { get; init; }

    /// <summary>The publisher's own word for what this is: GOV.UK's document type, a feed's category.</summary>
    public string? DocumentType { get; init; }

    /// <summary>An id that means the same in every source, such as GOV.UK's content id with its locale; null for most.</summary>
    public string? GlobalId { get; init; }

    /// <summary>Oldest first; empty where the publisher gives none.</summary>
    public IReadOnlyList<ChangeNote> ChangeNotes { get; init; } = [];

    /// <summary>Set where this only says that something will come.</summary>
    public Announcement? Announcement { get; init; }

    /// <summary>Why the publisher took it back, empty where it does not say; null while it stands.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>What is read and compared: the content, or the summary of an entry that has none.</summary>
    public string Text => Content.Length > 0 ? Content : Summary;
}
