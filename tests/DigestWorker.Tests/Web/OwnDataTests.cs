using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>Pausing, a copy of one's data, and having it deleted, on the own page.</summary>
public sealed class OwnDataTests : PageTests
{
    private string _page = "";

    [Fact]
    public async Task A_pause_begins_and_ends_on_the_page()
    {
        Assert.Equal("Paused", (await SendAsync("pause", ("until", "2027-01-04"))).Title);
        Assert.Equal(SubscriberState.Paused, Subscriber().State);
        Assert.Contains("Nothing comes before Monday 4 January 2027.", (await Visitor.LookAsync(_page)).Body, StringComparison.Ordinal);

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
        await Visitor.SendAsync($"u/{_page[2..]}");
        await Visitor.SendAsync($"u/{_page[2..]}/undo");

        Assert.Equal(SubscriberState.Paused, Subscriber().State);
    }

    [Fact]
    public async Task The_copy_goes_to_the_mailbox_and_is_never_on_the_page()
    {
        var asked = await SendAsync("copy");
        var again = await SendAsync("copy");

        Assert.DoesNotContain("lead@example.org", asked.Body + again.Body, StringComparison.Ordinal);
        Assert.Contains("One was sent today", again.Body, StringComparison.Ordinal);
        Assert.Equal(1, await Get<SendLetters>().RunAsync(TestContext.Current.CancellationToken));
        var letter = await File.ReadAllTextAsync(Assert.Single(Newsroom.Mails), TestContext.Current.CancellationToken);
        Assert.Contains("\r\nTo: lead@example.org\r\n", letter, StringComparison.Ordinal);
        Assert.Contains("\"email\": \"lead@example.org\"", letter.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_takes_a_look_first_and_then_ends_everything_for_good()
    {
        Assert.Equal("Delete all data on this address?", (await Visitor.LookAsync($"{_page}/erase")).Title);
        Assert.Equal("lead@example.org", Subscriber().Email);

        Assert.Equal("Deleted", (await SendAsync("erase")).Title);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.LookAsync(_page)).Status);
        Newsroom.Subscribe("lead@example.org");
        Assert.Empty(Subscribers());
    }

    [Fact]
    public async Task Deleting_goes_on_when_the_browser_has_gone_away()
    {
        var outbox = Directory.CreateDirectory(Path.Combine(Newsroom.Folder, "outbox")).FullName;
        foreach (var at in Enumerable.Range(0, 2_000))
        {
            await File.WriteAllTextAsync(Path.Combine(outbox, $"{at}.eml"), "To: lead@example.org\r\n\r\n", TestContext.Current.CancellationToken);
        }

        var proof = (await Visitor.LookAsync(_page)).FormToken;
        await LeaveAtOnceAsync($"{_page}/erase", $"form={proof}");

        for (var started = Stopwatch.StartNew(); Newsroom.Mails.Length > 0; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.True(started.Elapsed < TimeSpan.FromSeconds(20), $"{Newsroom.Mails.Length} mails are still there.");
        }
    }

    [Fact]
    public async Task Mails_that_could_not_be_deleted_are_told()
    {
        Directory.CreateDirectory(Path.Combine(Newsroom.Folder, "outbox"));
        File.CreateSymbolicLink(Path.Combine(Newsroom.Folder, "outbox", "x.eml"), "gone");

        Assert.Equal("Deleted, but for some mails", (await SendAsync("erase")).Title);
    }

    [Fact]
    public async Task Whom_the_settings_still_name_hears_that_this_is_left()
    {
        Newsroom.Scalar("update subscriber set email = 'Team@example.org', address = 'team@example.org'; select 0");

        var answer = await SendAsync("erase");

        Assert.Equal("Deleted", answer.Title);
        Assert.Contains("the sender's own settings still name your address", WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
    }

    private protected override Task PrepareAsync()
    {
        Newsroom.Subscribe("lead@example.org");
        _page = $"p/{Subscriber().Token}";
        return Task.CompletedTask;
    }

    private Task<Visitor.Answer> SendAsync(string act, params (string Name, string Value)[] fields) => FillInAsync(_page, $"/{act}", fields);

    private async Task LeaveAtOnceAsync(string path, string form)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Address.Port, TestContext.Current.CancellationToken);
        var request = $"POST /{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        for (var all = Newsroom.Mails.Length; Newsroom.Mails.Length == all; await Task.Delay(1, TestContext.Current.CancellationToken))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private Subscriber Subscriber() => Assert.Single(Subscribers());
}
