using System.Net;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Letters;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using DigestWorker.Web;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Web;

/// <summary>Pausing, a copy of one's data, and having it deleted, on the own page.</summary>
public sealed class OwnDataTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday) { PublicUrl = "https://digest.example.org/" };
    private WebSurface _surface = null!;
    private Visitor _visitor = null!;
    private string _page = "";

    [Fact]
    public async Task A_pause_begins_and_ends_on_the_page()
    {
        Assert.Equal("Paused", (await SendAsync("pause", ("until", "2027-01-04"))).Title);
        Assert.Equal(SubscriberState.Paused, Subscriber().State);
        Assert.Contains("Nothing comes before Monday 4 January 2027.", (await _visitor.LookAsync(_page)).Body, StringComparison.Ordinal);

        await SendAsync("resume");
        Assert.Equal(SubscriberState.Active, Subscriber().State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-23")]
    [InlineData("2027-02-16")]
    [InlineData("tomorrow")]
    public async Task A_day_beyond_twelve_weeks_or_none_is_said_beside_the_field(string until)
    {
        var answer = await SendAsync("pause", ("until", until));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(3, answer.Body.Split("Choose a day from 24 November 2026 to 15 February 2027").Length);
        Assert.Contains("action=\"../" + _page[2..] + "/pause\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Active, Subscriber().State);
    }

    [Fact]
    public async Task Stopping_while_paused_and_taking_it_back_goes_on_with_the_pause()
    {
        await SendAsync("pause", ("until", "2027-01-04"));
        await _visitor.SendAsync($"u/{_page[2..]}");
        await _visitor.SendAsync($"u/{_page[2..]}/undo");

        Assert.Equal(SubscriberState.Paused, Subscriber().State);
    }

    [Fact]
    public async Task The_copy_goes_to_the_mailbox_and_is_never_on_the_page()
    {
        var asked = await SendAsync("copy");
        var again = await SendAsync("copy");

        Assert.DoesNotContain("lead@example.org", asked.Body + again.Body, StringComparison.Ordinal);
        Assert.Contains("One was sent today", again.Body, StringComparison.Ordinal);
        Assert.Equal(1, await _newsroom.Services.GetRequiredService<SendLetters>().RunAsync(TestContext.Current.CancellationToken));
        var letter = await File.ReadAllTextAsync(Assert.Single(_newsroom.Mails), TestContext.Current.CancellationToken);
        Assert.Contains("To: <lead@example.org>", letter.Replace("To: lead@example.org", "To: <lead@example.org>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"email\": \"lead@example.org\"", letter.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_takes_a_look_first_and_then_ends_everything_for_good()
    {
        Assert.Equal("Delete all data on this address?", (await _visitor.LookAsync($"{_page}/erase")).Title);
        Assert.Equal("lead@example.org", Subscriber().Email);

        Assert.Equal("Deleted", (await SendAsync("erase")).Title);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.LookAsync(_page)).Status);
        _newsroom.Subscribe("lead@example.org");
        Assert.Empty(_newsroom.Services.GetRequiredService<Subscribers>().All());
    }

    public async ValueTask InitializeAsync()
    {
        _newsroom.Subscribe("lead@example.org");
        _page = $"p/{Subscriber().Token}";
        _surface = await _newsroom.OpenPagesAsync();
        _visitor = new Visitor(_surface.Address!);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _surface.DisposeAsync();
        _newsroom.Dispose();
    }

    private async Task<Visitor.Answer> SendAsync(string act, params (string Name, string Value)[] fields) =>
        await _visitor.SendAsync($"{_page}/{act}", [("form", (await _visitor.LookAsync(_page)).FormToken), .. fields]);

    private Subscriber Subscriber() => Assert.Single(_newsroom.Services.GetRequiredService<Subscribers>().All());
}
