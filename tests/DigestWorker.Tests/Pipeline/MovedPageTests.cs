using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Collecting.Fetching;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>A watched page whose address leads to another for good.</summary>
public sealed class MovedPageTests : IDisposable
{
    private const string Old = "https://www.example.org/report", New = "https://www.example.org/safeguarding/report-a-concern";

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero));
    private readonly CannedServer _server = new();

    public MovedPageTests() => _newsroom.PublishWatched("page", "");

    [Fact]
    public async Task What_is_stored_under_the_address_that_it_leads_to_is_revised_though_its_text_changes_at_once()
    {
        await StoreAsync(ReadOf(new Entry { PublisherId = "example.org/safeguarding/report-a-concern", Url = new(New), Title = "Report a concern", Content = Text("should") }));

        await StoreAsync(await ReadAsync(Old, HttpStatusCode.MovedPermanently, Text("must")));

        Assert.Equal((1, 1), (Entries(), Revisions()));
    }

    [Fact]
    public async Task The_new_address_may_be_written_into_the_settings_while_the_text_changes()
    {
        await StoreAsync(await ReadAsync(Old, HttpStatusCode.PermanentRedirect, Text("should")));

        await StoreAsync(await ReadAsync(New, HttpStatusCode.OK, Text("must")));

        Assert.Equal((1, 1), (Entries(), Revisions()));
    }

    [Fact]
    public async Task An_address_that_it_leads_to_for_once_is_not_its_own()
    {
        await StoreAsync(await ReadAsync(Old, HttpStatusCode.Found, Text("should")));

        Assert.Equal(0, _newsroom.Scalar("select count(*) from entry_key where key like '%report-a-concern%'"));
    }

    [Fact]
    public async Task An_address_where_a_sign_in_stands_is_not_its_own()
    {
        await StoreAsync(await ReadAsync(Old, HttpStatusCode.OK, Text("should")));

        await StoreAsync(await ReadAsync(Old, HttpStatusCode.MovedPermanently, Text("should"), title: "Security check"));

        Assert.Equal(0, _newsroom.Scalar("select count(*) from entry_key where key like '%report-a-concern%'"));
    }

    private static string Text(string duty) => string.Concat(Enumerable.Repeat($"<p>Whoever is worried about a child {duty} call the front door on the same day and say what was seen and who was there.</p>", 20));

    private static ReadResult.Read ReadOf(Entry entry) => new([entry], [], null);

    private async Task<ReadResult.Read> ReadAsync(string address, HttpStatusCode status, string text, string title = "Report a concern")
    {
        _server.Answers(Old, status, ("Location", New));
        _server.Answers(status == HttpStatusCode.OK ? address : New, HttpStatusCode.OK, Encoding.UTF8.GetBytes($"<title>{title}</title><main><h1>{title}</h1>{text}</main>"), ("Content-Type", "text/html"));
        var read = await new PageReader(AFetcher.On(_server), new PageParser(_newsroom.Clock))
            .ReadAsync(Row() with { Url = new(address) }, since: null, TestContext.Current.CancellationToken);
        return Assert.IsType<ReadResult.Read>(read);
    }

    private async Task StoreAsync(ReadResult.Read read)
    {
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(1);
        var record = _newsroom.Services.GetRequiredService<Sources>().Remember(Row());
        await _newsroom.Services.GetRequiredService<StoreEntries>().RunAsync(Row(), record, new CompletedRead(read, read.Entries), TestContext.Current.CancellationToken);
    }

    private Source Row() => Assert.Single(_newsroom.Services.GetRequiredService<DigestSettings>().Sources);

    private long Entries() => _newsroom.Scalar("select count(*) from entry");

    private long Revisions() => _newsroom.Scalar("select count(*) from revision where substantive = 1");

    public void Dispose()
    {
        _server.Dispose();
        _newsroom.Dispose();
    }
}
