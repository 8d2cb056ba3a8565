using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

public sealed class StoredAnnouncementTests : IDisposable
{
    private readonly TempDatabase _temp = new();

    [Fact]
    public void An_announcement_is_read_back_with_the_day_it_moved_from()
    {
        var announced = new Announcement(
            AnnouncementState.Postponed,
            new PublishedDate(new DateTimeOffset(2027, 1, 28, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant),
            new PublishedDate(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month),
            "More time is needed to check the figures.");

        Assert.Equal(announced, Kept(An.Entry() with { Announcement = announced }).Announcement);
    }

    private Entry Kept(Entry entry)
    {
        var source = _temp.Scalar("insert into source (name, url) values ('calendar', 'https://example.org/calendar') returning id");
        return _temp.Database.InTransaction(connection =>
        {
            using var inserts = new EntryInserts(connection);
            var id = inserts.Add(new NewEntry(source, "Example Statistics", new KeyedEntry(entry, ["id:1"], [1], null), An.OrdinaryInstant, null));
            return Entries.Stored(connection, id);
        });
    }

    public void Dispose() => _temp.Dispose();
}
