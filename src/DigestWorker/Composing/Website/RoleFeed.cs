using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>The newest releases for a role as an Atom feed (RFC 4287). Equal releases give equal text.</summary>
/// <param name="Address">Where the files are read, with a slash at its end.</param>
internal sealed record RoleFeed(Uri Address, DigestWords Words, IReadOnlyDictionary<string, Topic> Topics, DateTimeOffset Now)
{
    private const int MostReleases = 100;

    private static readonly XmlWriterSettings Form = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public string Of(Role role, IReadOnlyList<Release> releases)
    {
        var newest =
            from release in releases
            let at = UpdatedAt(release)
            where at is not null
            orderby at descending, release.Id
            select (Release: release, At: at.Value);
        SyndicationItem[] entries = [.. newest.Take(MostReleases).Select(one => ToEntry(one.Release, one.At))];
        return Write(new SyndicationFeed(entries)
        {
            Id = Tag($"role-{role.Id}"),
            Title = new TextSyndicationContent($"{Words.Title}: releases for {role.Name}"),
            Language = "en-GB",
            // An empty feed has never changed.
            LastUpdatedTime = entries.Length == 0 ? DateTimeOffset.UnixEpoch : entries[0].LastUpdatedTime,
            Authors = { new SyndicationPerson(email: null, Words.Title, uri: null) },
            Links = { Link("self", new Uri(Address, PublicNames.Feed(role))), Link("alternate", Address) },
        });
    }

    private SyndicationItem ToEntry(Release release, DateTimeOffset at)
    {
        var (lead, text) = (release.Lead, ReleaseText.Of(release, Words.QuoteWords, EditionWeek.LondonDay(Now)));
        var entry = new SyndicationItem
        {
            Id = Tag($"release-{release.Id}"),
            Title = new TextSyndicationContent(EntryNames.Title(lead)),
            LastUpdatedTime = at,
            Summary = new TextSyndicationContent(text),
            Authors = { new SyndicationPerson(email: null, EntryNames.Publisher(lead), uri: null) },
        };
        foreach (var topic in TopicNames.Known(release.Topics, Topics))
        {
            entry.Categories.Add(new SyndicationCategory(topic.Id, scheme: null, topic.Name));
        }

        return WithAddress(entry, WebLink.Of(lead.Entry.Url));
    }

    // An entry needs a page or a content (RFC 4287, 4.1.2).
    private static SyndicationItem WithAddress(SyndicationItem entry, string? link)
    {
        if (link is null)
        {
            entry.Content = entry.Summary;
        }
        else
        {
            entry.Links.Add(Link("alternate", new Uri(link)));
        }

        return entry;
    }

    /// <summary>When it last made news: an entry came to it, or one was revised in substance. Null where it never did.</summary>
    private DateTimeOffset? UpdatedAt(Release release) =>
        release.Entries.SelectMany(entry => entry.Revisions.Where(revision => revision.Substantive)
                .Select(revision => (DateTimeOffset?)revision.SeenAt).Append(entry.NewsAt))
            .Where(at => at <= Now).Max();

    private string Tag(string of) => $"tag:{Address.IdnHost},2026:{of}";

    private static SyndicationLink Link(string relation, Uri address) => new(address) { RelationshipType = relation };

    private static string Write(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Form))
        {
            feed.SaveAsAtom10(writer);
        }

        return Form.Encoding.GetString(bytes.ToArray());
    }
}
