using DigestWorker.Composing.Selecting;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>Puts a selection into words.</summary>
internal sealed class DigestViewBuilder(DigestRequest request, DigestWords words)
{
    private const int MostInBrief = 5;
    private const int MostSourcesNamed = 8;

    private readonly ReleaseViewBuilder _releases = new(request, words.QuoteWords);

    public DigestView Build(DigestSelection selection)
    {
        var counts = KindCounts.Of(selection);
        var topics = Topics(selection);
        var sections = Sections(selection.Full);
        var readingTime = ReadingTime.Of(WordCount.Of(sections));
        return new DigestView
        {
            Subject = SubjectLine.Of(request.Window.To, counts),
            Preheader = selection.IsEmpty ? Preheader.OfNote : Preheader.Of(topics, readingTime),
            Words = words,
            WeekEnding = DateWords.WithWeekday(request.Week.Sunday),
            Roles = Listing.Of([.. request.Roles.Select(role => role.Name)]),
            Counts = counts.InSentence(),
            ReadingTime = readingTime,
            First = request.Window.First && !selection.IsEmpty,
            Quiet = selection.IsEmpty ? QuietWords.Note(request.Quiet, request.Week, request.SourcesRead) : QuietWords.Of(request.Quiet),
            SensitiveTopics = Listing.Of([.. topics.Where(topic => topic.Sensitive).Select(topic => topic.Name)]),
            UnreadSources = Listing.Of([.. request.UnreadSources.Select(EntryNames.Name)], MostSourcesNamed),
            InBrief = InBrief(selection.Full, sections),
            Sections = sections,
            OneLiners = [.. selection.OneLiners.Select((selected, index) => OneLinerView.Of(selected, selection.Full.Count + index + 1))],
            ComingUp = [.. AheadFit.Of(request).Select(ComingUpView.Of)],
            ChosenFor = ChosenForWords.Of(request),
            Unsubscribe = OwnPage("u"),
            Choices = OwnPage("p"),
            Online = OwnPage($"w/{request.Week}"),
            All = OwnPage($"w/{request.Week}") is { Length: > 0 } online ? $"{online}/all" : "",
            Privacy = words.PublicUrl is { } address ? $"{address}/p/privacy" : "",
            More = selection.More == 0 ? "" : Counted.Of(selection.More, "more release", "more releases"),
        };
    }

    private string OwnPage(string path) =>
        words.PublicUrl is { } address ? $"{address}/{path}/{PersonalSlots.Mark(PersonalSlots.Token)}" : "";

    private List<Topic> Topics(DigestSelection selection) =>
        [.. TopicNames.Known(selection.Full.Concat(selection.OneLiners).SelectMany(selected => selected.Release.Topics), request.Topics).Distinct()];

    /// <summary>Sections stand in the order of <see cref="Kind"/>; numbers run through all of them.</summary>
    private List<SectionView> Sections(IReadOnlyList<SelectedRelease> full) =>
        [.. full.OrderBy(selected => selected.Release.Kind)
            .Select((selected, index) => (selected.Release.Kind, View: _releases.Build(selected, index + 1)))
            .GroupBy(numbered => numbered.Kind, numbered => numbered.View)
            .Select(section => new SectionView(section.Key, KindWords.Of(section.Key).Heading, [.. section]))];

    /// <summary>One release alone needs no overview.</summary>
    private static List<BriefView> InBrief(IReadOnlyList<SelectedRelease> full, IReadOnlyList<SectionView> sections)
    {
        var figures = sections.SelectMany(section => section.Releases).ToDictionary(release => release.Id, release => release.Figures);
        return full.Count < 2 ? [] : [.. full.Take(MostInBrief).Select(selected => BriefView.Of(selected, figures[selected.Release.Id]))];
    }
}
