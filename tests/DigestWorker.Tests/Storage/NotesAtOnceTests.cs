using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Storage;

public sealed class NotesAtOnceTests : IDisposable
{
    private const int Mails = (2 * SendingSql.NotesAtOnce) + 1;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday);

    [Fact]
    public async Task More_mails_than_one_note_takes_are_all_noted_as_sent()
    {
        await _newsroom.PrepareEditionAsync(Mails);
        _newsroom.Services.GetRequiredService<PublishEdition>().Run(EditionWeek.LastComplete(Monday.AddDays(7)), _ => true, TestContext.Current.CancellationToken);
        var database = _newsroom.Services.GetRequiredService<Database>();
        using var sender = database.TrySend()!;
        using var ledger = new SendingLedger(database, sender, connections: Mails);
        var due = ledger.Claim(Monday.AddDays(8), Mails);

        await Task.WhenAll(due.Select(mail => ledger.SentAsync(mail, $"250 taken as {mail.Id}", Monday)));

        Assert.Equal(Mails, due.Count);
        Assert.Equal(Mails, _newsroom.Scalar("select count(*) from delivery where state = 'Sent' and reply = '250 taken as ' || id"));
    }

    public void Dispose() => _newsroom.Dispose();
}
