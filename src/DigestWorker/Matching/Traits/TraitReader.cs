using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>Reads, once, what matching needs of an entry.</summary>
internal sealed class TraitReader(IReadOnlyList<Body> bodies)
{
    private const int MostFigures = 40, MostPeriods = 12, MostDocuments = 6;
    private const double InTitle = 3, InLead = 2;

    private static readonly TimeSpan LooksFresh = TimeSpan.FromDays(4);

    private static readonly string[] Nations = ["England", "Scotland", "Wales", "Northern Ireland"];

    private readonly Originators _originators = new(bodies);

    public EntryTraits Read(PendingEntry entry, MatchText text, Understanding understanding)
    {
        var day = DateOnly.FromDateTime(entry.Day.UtcDateTime);
        var whole = string.Join('\n', text.Title, text.Lead, text.Body);
        return new EntryTraits
        {
            Publisher = entry.Publisher.ToLowerInvariant(),
            Day = day.DayNumber,
            DayIsUncertain = IsUncertain(entry),
            Updated = UpdatedAfter(day, entry.Entry)?.DayNumber,
            Kind = understanding.Kind.Kind,
            Address = entry.Entry.Url?.AbsoluteUri ?? "",
            ContentHash = entry.ContentHash is null ? null : Convert.ToHexStringLower(entry.ContentHash),
            Nations = [.. understanding.Areas.Select(area => area.Area).Intersect(Nations, StringComparer.Ordinal)],
            Topics = [.. understanding.Topics.Select(topic => topic.Id)],
            Local = LocalBody.Of(entry.Publisher),
            IsLocalPaper = LocalBody.IsOwnPaper(entry.Publisher, text.Title, understanding.Documents.Any(named => named.Place == DocumentPlace.Title)),
            Words = TermVector.Of((text.Title, InTitle), (text.Lead, InLead), (text.Body, 1)),
            LeadWords = TermVector.Of((text.Title, 1), (text.Lead, 1)),
            TitleWords = TermVector.Of((text.Title, 1)),
            Counted = TermVector.Of((string.Join(' ', understanding.Figures.Where(figure => figure.Shown).Select(figure => figure.What)), 1)),
            Names = [.. ProperNames.In(whole)],
            ReleaseDays = ReleaseDay.In(whole, day),
            ReleasedBy = ReleaseMonth.EndIn(whole, day),
            Originators = _originators.In(entry.Publisher, text),
            Documents = [.. understanding.Documents.OrderBy(named => named.Place).Take(MostDocuments)],
            Dates = FullDates.In(whole, day),
            TitlePeriods = [.. NamedPeriods.In(text.Title)],
            Period = NamedPeriods.First(text.Title) ?? NamedPeriods.First(text.Lead) ?? NamedPeriods.First(text.Body),
            Periods = [.. NamedPeriods.In(whole).Take(MostPeriods)],
            Figures = [.. understanding.Figures.Select(Trait).Distinct().OrderByDescending(figure => figure.Information).Take(MostFigures)],
            Signature = MinHash.Of(text.Lead + "\n" + text.Body),
        };
    }

    // GOV.UK's feeds say only when a page was last changed; where that was just before it was first seen, it is as good.
    private static bool IsUncertain(PendingEntry entry) => entry.Entry.Published is { } published
        ? published.Precision > DatePrecision.Day
        : !(entry.Entry.Updated is { Precision: <= DatePrecision.Day } updated && (entry.Day - updated.At).Duration() < LooksFresh);

    // Elsewhere such a date moves for nothing.
    private static DateOnly? UpdatedAfter(DateOnly day, Entry entry) =>
        entry is { Updated: { Precision: <= DatePrecision.Day } updated, Url.Host: "www.gov.uk" } && DateOnly.FromDateTime(updated.At.UtcDateTime) is var moved && moved > day
            ? moved
            : null;

    private static FigureTrait Trait(Figure figure) => new(
        figure.Value,
        figure.Unit,
        figure.Standing,
        figure.Exactness == Exactness.Exact,
        FigureInformation.Of(figure.Value, figure.Unit));
}
