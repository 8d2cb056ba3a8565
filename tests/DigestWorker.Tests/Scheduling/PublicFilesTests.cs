using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scheduling;

public sealed class PublicFilesTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday) { PublicUrl = "https://digest.example.org", PublicFolder = "public" };

    [Fact]
    public async Task Feeds_and_calendars_follow_each_collection_and_copies_each_edition()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectDueAsync();
        Assert.DoesNotContain("report a", await FeedAsync(), StringComparison.Ordinal);

        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        _newsroom.Clock.Now = Monday.AddDays(2);
        await _newsroom.CollectDueAsync();
        _newsroom.Clock.Now = Monday.AddDays(3);
        await _newsroom.CollectDueAsync();
        Assert.Contains("report a", await FeedAsync(), StringComparison.Ordinal);

        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday.AddDays(7);
        await _newsroom.PublishDueAsync();
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_newsroom.Folder, "public", "editions"), "*-designated-safeguarding-lead.html"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_delays_no_mail()
    {
        await File.WriteAllTextAsync(Path.Combine(_newsroom.Folder, "public"), "a file stands where the folder should be", TestContext.Current.CancellationToken);
        _newsroom.Publish("charity");
        await _newsroom.CollectDueAsync();
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        _newsroom.Clock.Now = Monday.AddDays(2);
        await _newsroom.CollectDueAsync();
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday.AddDays(7);

        await _newsroom.PublishDueAsync();

        Assert.Single(_newsroom.Mails);
    }

    public void Dispose() => _newsroom.Dispose();

    private Task<string> FeedAsync() => File.ReadAllTextAsync(
        Path.Combine(_newsroom.Folder, "public", "designated-safeguarding-lead.atom"), TestContext.Current.CancellationToken);
}
