using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Mailing;

/// <summary>A newsroom with an official source that has been read before, and readers who want to hear at once.</summary>
internal sealed class AlertRoom(string? publicUrl = null) : IDisposable
{
    public const string Reader = "lead@example.org";

    public static readonly DateTimeOffset Thursday = new(2026, 11, 19, 10, 0, 0, TimeSpan.Zero);

    private readonly List<FeedEntry> _pages = [];

    public Newsroom Newsroom { get; } = new(Thursday) { PublicUrl = publicUrl };

    public long Letters => Newsroom.Scalar("select count(*) from letter where key like 'alert:%'");

    /// <param name="empty">False where the source holds what was published before.</param>
    public async Task OpenAsync(bool empty = true)
    {
        if (empty)
        {
            Newsroom.Publish("dfe");
        }

        await CollectAsync(hours: 0);
    }

    public void Ask(string address = Reader, Func<Wishes, Wishes>? wishes = null)
    {
        Newsroom.Subscribe(address);
        Save(address, chosen => (wishes ?? (same => same))(chosen with { Alerts = true }));
    }

    public void Save(string address, Func<Wishes, Wishes> wishes)
    {
        var choices = Newsroom.Services.GetRequiredService<Choices>();
        var chosen = choices.Find(Token(address))!.Chosen;
        choices.Save(Token(address), chosen with { Wishes = wishes(chosen.Wishes) }, Newsroom.Clock.Now);
    }

    public string Token(string address) => Newsroom.Services.GetRequiredService<Subscribers>().All().Single(subscriber => subscriber.Email == address).Token;

    /// <summary>Adds a page to the source or puts it in the place of the one that has its id.</summary>
    public void Publish(string id, string title, string text)
    {
        _pages.RemoveAll(page => page.Id == id);
        _pages.Add(new FeedEntry(id, title, text) { Url = $"https://www.gov.uk/guidance/{id}" });
        Newsroom.Publish("dfe", [.. _pages]);
    }

    /// <summary>What the schedule does, so many hours later.</summary>
    public Task CollectAsync(double hours = 1)
    {
        Newsroom.Clock.Now += TimeSpan.FromHours(hours);
        return Newsroom.CollectDueAsync();
    }

    /// <returns>The mail of a letter that goes out, with its lines unfolded; empty where none does.</returns>
    public async Task<string> SendAsync()
    {
        var before = Newsroom.Mails.ToHashSet();
        await Newsroom.Services.GetRequiredService<SendLetters>().RunAsync(TestContext.Current.CancellationToken);
        return Newsroom.Mails.Except(before).Select(File.ReadAllText).FirstOrDefault("")
            .Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n ", " ", StringComparison.Ordinal);
    }

    public async Task<PublishReport> DigestAsync(string at)
    {
        Newsroom.Clock.Now = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        return (await Newsroom.DigestAsync()).Published;
    }

    public void Dispose() => Newsroom.Dispose();
}
