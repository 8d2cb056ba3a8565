using System.Xml.Linq;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Website;
using DigestWorker.Storage;
using DigestWorker.Tests.Collecting.Feeds;
using DigestWorker.Tests.Composing;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Website;

public sealed class PublishFilesTests : IDisposable
{
    private const string Role = "designated-safeguarding-lead";
    private const string Closes = "The consultation on the draft closes on 14 December 2026.";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly Newsroom _newsroom = new(Monday) { PublicUrl = "https://digest.example.org" };

    [Fact]
    public async Task A_day_that_moves_keeps_its_event_and_raises_its_sequence_each_time()
    {
        await TellAsync(Closes);
        var before = Assert.Single((await CalendarAsync()).Events);
        await TellAsync("The consultation on the draft closes on 11 January 2027.");
        var moved = Assert.Single((await CalendarAsync()).Events);
        await TellAsync("The consultation on the draft closes on 1 February 2027.");
        var again = Assert.Single((await CalendarAsync()).Events);

        Assert.Equal([before("UID"), before("UID")], [moved("UID"), again("UID")]);
        Assert.Equal(["0", "1", "2"], [before("SEQUENCE"), moved("SEQUENCE"), again("SEQUENCE")]);
        Assert.Equal(["20261214", "20270111", "20270201"], [before("DTSTART;VALUE=DATE"), moved("DTSTART;VALUE=DATE"), again("DTSTART;VALUE=DATE")]);
        Assert.Equal("20261125T073000Z", moved("DTSTAMP"));
        Assert.Contains("Moved from 14 December 2026.", moved("DESCRIPTION"), StringComparison.Ordinal);
        Assert.Equal(("CONFIRMED", "TRANSPARENT"), (moved("STATUS"), moved("TRANSP")));
    }

    [Fact]
    public async Task A_second_run_writes_nothing_even_days_later()
    {
        await TellAsync(Closes);
        await _newsroom.DigestAsync();
        var first = await RunAsync();
        var bytes = Contents();

        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(2);
        _newsroom.Restart();
        var second = await RunAsync();

        Assert.Empty(second.Written);
        Assert.Equal(first.Written.Order(StringComparer.Ordinal), second.Unchanged.Order(StringComparer.Ordinal));
        Assert.Equal(bytes, Contents());
    }

    [Fact]
    public async Task An_event_that_nobody_tells_any_more_is_cancelled_once_and_comes_back_under_its_name()
    {
        await TellAsync(Closes);
        var before = Assert.Single((await CalendarAsync()).Events);
        await TellAsync("The draft was taken back; there is nothing to respond to.");
        var cancelled = Assert.Single((await CalendarAsync()).Events);
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(1);
        Assert.DoesNotContain($"{Role}.ics", (await RunAsync()).Written);
        await TellAsync("The consultation on the draft closes on 21 December 2026.");
        var back = Assert.Single((await CalendarAsync()).Events);

        Assert.Equal((before("UID"), "CANCELLED", "1", "20261214"), (cancelled("UID"), cancelled("STATUS"), cancelled("SEQUENCE"), cancelled("DTSTART;VALUE=DATE")));
        Assert.Equal((before("UID"), "CONFIRMED", "2", "20261221"), (back("UID"), back("STATUS"), back("SEQUENCE"), back("DTSTART;VALUE=DATE")));
    }

    [Fact]
    public async Task An_entry_that_waits_to_be_understood_again_takes_nothing_back()
    {
        await TellAsync(Closes);
        await RunAsync();
        _newsroom.Scalar("update entry set pending = 1; select 0");

        Assert.Equal("CONFIRMED", Assert.Single((await CalendarAsync()).Events)("STATUS"));
    }

    [Fact]
    public async Task A_calendar_without_an_event_still_holds_what_the_standard_asks_for()
    {
        await RunAsync();

        Assert.Contains("BEGIN:VTIMEZONE", File.ReadAllText(PathOf($"{Role}.ics")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_is_no_day_so_it_is_told_in_words_alone()
    {
        await TellAsync("The consultation on the draft is open. The response is expected to be published in January 2027.");

        var calendar = await CalendarAsync();

        Assert.Empty(calendar.Events);
        Assert.Contains("To be published: January 2027, no day given", calendar.Calendar("DESCRIPTION"), StringComparison.Ordinal);
        Assert.Contains("To be published: January 2027, no day given", Feed().Descendants(Atom + "summary").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_passed_stays_for_eight_weeks_as_it_was()
    {
        await TellAsync(Closes);
        await RunAsync();
        _newsroom.Clock.Now = new(2027, 2, 8, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("0", Assert.Single((await CalendarAsync()).Events)("SEQUENCE"));
        _newsroom.Clock.Now = new(2027, 2, 9, 12, 0, 0, TimeSpan.Zero);
        Assert.Empty((await CalendarAsync()).Events);
    }

    [Fact]
    public async Task A_feed_has_what_the_role_wants_and_no_other()
    {
        _newsroom.Publish("press", FeedEntry.Grooming("a", Monday), new FeedEntry("b", "Town hall opens a new car park", "There is room for forty cars.", Monday));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddMinutes(1);
        await RunAsync();

        var entry = Assert.Single(Feed().Descendants(Atom + "entry"));

        Assert.Equal("Online grooming offences rise, report a", entry.Element(Atom + "title")!.Value);
        Assert.Equal("Online grooming offences rise, report a", Assert.Single(Parsed.Read(File.ReadAllText(PathOf($"{Role}.atom"))).Entries).Title);
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(57);
        await RunAsync();
        Assert.Empty(Feed().Descendants(Atom + "entry"));
    }

    [Fact]
    public async Task A_team_has_one_calendar_with_what_all_its_people_follow()
    {
        _newsroom.Services.GetRequiredService<Teams>().Add("Kent board", [Joiner("a@example.org", Role), Joiner("b@example.org", "early-years-lead")], (Actor.Admin, Monday));
        await TellAsync(Closes);
        await RunAsync();

        Assert.Single(Ics.Read(PathOf("kent-board.ics")).Events);
        Assert.Contains("kent-board.ics", File.ReadAllText(PathOf("index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_an_edition_is_the_digest_without_its_reader()
    {
        _newsroom.Subscribe("lead@school.example.org");
        _newsroom.Publish("press", FeedEntry.Grooming("a", Monday), FeedEntry.Grooming("b", Monday));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddMinutes(1);
        var subject = Assert.Single((await _newsroom.DigestAsync()).Published.Digests).Profile.Subject;
        await RunAsync();

        var page = MailText.Parse(File.ReadAllText(PathOf($"editions/2026-W47-{Role}.html")));

        Assert.Equal(subject, page.Title);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(2, page.QuerySelectorAll("h3").Length);
        Assert.Empty(page.QuerySelectorAll("script, img, form"));
    }

    [Fact]
    public async Task Earlier_editions_stay_and_the_index_lists_all()
    {
        foreach (var id in new[] { "a", "b" })
        {
            _newsroom.Publish("press", FeedEntry.Grooming(id, _newsroom.Clock.Now));
            await _newsroom.CollectAsync();
            _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(7).AddSeconds(-1);
            await RunAsync();
        }

        var index = MailText.Parse(File.ReadAllText(PathOf("index.html")));
        var links = index.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal("en-GB", index.DocumentElement.GetAttribute("lang"));
        Assert.Single(index.QuerySelectorAll("h1"));
        Assert.Empty(index.QuerySelectorAll("script"));
        Assert.Equal("#content", links[0]);
        Assert.Contains($"editions/2026-W48-{Role}.html", links);
        Assert.Contains($"editions/2026-W49-{Role}.html", links);
        Assert.All(links.Skip(1), link => Assert.True(File.Exists(PathOf(link))));
        Assert.Equal(Files().Count - 1, links.Skip(1).Distinct().Count());
    }

    [Fact]
    public async Task No_file_holds_an_address_or_a_name_of_anybody()
    {
        _newsroom.Services.GetRequiredService<Teams>().Add("Kent board", [new Joiner("quibble@school.example.org", "Quibble Fernsby", [Role], ["Kent"])], (Actor.Admin, Monday));
        _newsroom.Services.GetRequiredService<Subscribers>().Add(new Joiner("zephyr@example.org", "Zephyr Onslow", ["headteacher"], []), Monday);
        await TellAsync(Closes);
        _newsroom.Publish("press", FeedEntry.Grooming("a", Monday), FeedEntry.Grooming("b", Monday));
        await _newsroom.CollectAsync();
        await _newsroom.DigestAsync();
        await RunAsync();

        Assert.NotEmpty(Directory.GetFiles(PathOf("editions")));
        foreach (var person in _newsroom.Services.GetRequiredService<Subscribers>().All())
        {
            string[] personal = [person.Email, person.Email.Split('@')[0], .. person.Name!.Split(' '), "added you"];
            Assert.All(Files(), file => Assert.All(personal, word => Assert.DoesNotContain(word, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task What_a_killed_run_left_behind_is_cleared_away()
    {
        Directory.CreateDirectory(PathOf(""));
        await File.WriteAllTextAsync(PathOf(".digestworker-half.tmp"), "half", TestContext.Current.CancellationToken);

        await RunAsync();

        Assert.DoesNotContain(Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private async Task TellAsync(string text)
    {
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(1);
        _newsroom.Publish("council", new FeedEntry("g", "Consultation on safeguarding procedures: response and next steps", text, Monday));
        await _newsroom.CollectAsync();
    }

    private async Task<Ics> CalendarAsync()
    {
        await RunAsync();
        return Ics.Read(PathOf($"{Role}.ics"));
    }

    private Task<PublishedFiles> RunAsync() => _newsroom.Services.GetRequiredService<PublishFiles>()
        .RunAsync(PathOf(""), new Uri("https://digest.example.org"), TestContext.Current.CancellationToken);

    private XDocument Feed() => XDocument.Load(PathOf($"{Role}.atom"));

    private List<string> Files() => [.. Directory.GetFiles(PathOf(""), "*", SearchOption.AllDirectories)];

    private Dictionary<string, string> Contents() => Files().ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));

    private string PathOf(string name) => Path.Combine(_newsroom.Folder, "public", name);

    private static Joiner Joiner(string address, string role) => new(address, null, [role], []);

    public void Dispose() => _newsroom.Dispose();
}
