using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The columns of an entry that its text is made of, as SQL gives them.</summary>
internal sealed record EntryRow(
    long Id, string Source, string Publisher, string? PublisherId, string? Url, string Title, string Summary, string Content,
    string? PublishedAt, string? PublishedPrecision, string? UpdatedAt, string? UpdatedPrecision, string? Author,
    string? DocumentType, string FirstSeenAt, string? NewsAt, string Evidence, string MatchedBy, double? MatchScore, long? ComparedWith, long? ReleaseId, byte[]? ContentHash,
    string? GlobalId, string? Withdrawn, string? Announced, string? ExpectedAt, string? ExpectedPrecision, string? AnnouncedReason,
    string? PreviouslyAt, string? PreviouslyPrecision)
{
    public const string Columns = """
        e.id as Id, s.name as Source, e.publisher as Publisher, e.publisher_id as PublisherId, e.url as Url, e.title as Title,
        e.summary as Summary, e.content as Content, e.published_at as PublishedAt, e.published_precision as PublishedPrecision,
        e.updated_at as UpdatedAt, e.updated_precision as UpdatedPrecision, e.author as Author, e.document_type as DocumentType,
        e.first_seen_at as FirstSeenAt, e.news_at as NewsAt, e.evidence as Evidence, e.matched_by as MatchedBy,
        e.match_score as MatchScore, e.compared_with as ComparedWith, e.release_id as ReleaseId,
        e.content_hash as ContentHash, e.global_id as GlobalId, e.withdrawn as Withdrawn, e.announced as Announced,
        e.expected_at as ExpectedAt, e.expected_precision as ExpectedPrecision, e.announced_reason as AnnouncedReason,
        e.previously_at as PreviouslyAt, e.previously_precision as PreviouslyPrecision
        """;

    public DateTimeOffset FirstSeen => StoredTime.FromStorage(FirstSeenAt);

    public Entry ToEntry() => new()
    {
        PublisherId = PublisherId,
        Url = Url is null ? null : new Uri(Url),
        Title = Title,
        Summary = Summary,
        Content = Content,
        Published = ToDate(PublishedAt, PublishedPrecision),
        Updated = ToDate(UpdatedAt, UpdatedPrecision),
        Author = Author,
        DocumentType = DocumentType,
        GlobalId = GlobalId,
        Withdrawn = Withdrawn,
        Announcement = Announced is null
            ? null
            : new Announcement(
                Enum.Parse<AnnouncementState>(Announced), ToDate(ExpectedAt, ExpectedPrecision), ToDate(PreviouslyAt, PreviouslyPrecision), AnnouncedReason),
    };

    public Membership ToMembership() =>
        new(Enum.Parse<MatchedBy>(MatchedBy), MatchScore, StoredEvidence.FromStorage(Evidence)) { ComparedWith = ComparedWith };

    private static PublishedDate? ToDate(string? at, string? precision) =>
        at is null || precision is null ? null : new PublishedDate(StoredTime.FromStorage(at), Enum.Parse<DatePrecision>(precision));
}
