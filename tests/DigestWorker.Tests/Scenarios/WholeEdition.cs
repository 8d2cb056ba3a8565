using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Scenarios;

/// <summary>The whole program sends an edition over SMTP, again and again with hours between, until nothing is left to send.</summary>
internal static class WholeEdition
{
    private const int Subscribers = 300;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly EditionWeek Week = EditionWeek.LastComplete(Monday);

    /// <summary>Everybody whose mailbox exists has one mail, and nobody else is suppressed.</summary>
    public static async Task AssertReachesEverybodyAsync(MailFaults faults)
    {
        var server = new FaultyServer(faults);
        await using var sink = new SmtpSink(server.Script);
        using var newsroom = new Newsroom(Monday.AddDays(-6)) { MailServer = sink.Port };
        await newsroom.PrepareEditionAsync(Subscribers);

        await SendAllAsync(newsroom);

        var (report, refused) = (Report(newsroom), Enumerable.Range(0, Subscribers).Count(server.Refuses));
        Assert.Equal((Subscribers, Subscribers - refused, refused), (report.Subscribers, report.Of(DeliveryState.Sent), report.Of(DeliveryState.Failed)));
        Assert.Equal(refused, newsroom.Scalar("select count(*) from subscriber where state = 'Suppressed'"));
        var ids = MessageIds.Of(sink.Messages);
        Assert.Equal(Subscribers - refused, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(server.LostAnswers, ids.Length - (Subscribers - refused));
    }

    private static async Task SendAllAsync(Newsroom newsroom)
    {
        for (var hours = 0; hours == 0 || Report(newsroom).Open > 0; hours += 4)
        {
            Assert.True(hours < 200, "It never ends.");
            newsroom.Clock.Now = Monday.AddHours(hours);
            await newsroom.Services.GetRequiredService<DeliverEdition>().RunAsync(Week, wanted: null, null, null, TestContext.Current.CancellationToken);
        }
    }

    private static EditionReport Report(Newsroom newsroom) =>
        newsroom.Services.GetRequiredService<EditionReports>().Of(newsroom.Services.GetRequiredService<Editions>().Find(Week)!);
}
