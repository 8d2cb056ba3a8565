using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Watching;

/// <summary>
/// Mails the admin each trouble once when it begins and once when it is over, and once a day in the morning what lasts. Who mails
/// takes it over in the database first, so that neither a restart nor another process mails it again.
/// </summary>
internal sealed class TellTroubles(Troubles troubles, AdminMail mail, TimeProvider time)
{
    // Calm hours in London; a mail server that was down in the morning has the day.
    private const int FirstHour = 8, LastHour = 18;

    // Of what else a newer program keeps, a newer one tells.
    private static readonly Dictionary<string, TroubleTopic> Known = TroubleTopic.All.ToDictionary(topic => topic.Name, StringComparer.Ordinal);

    private readonly MailRest _rest = new(TimeSpan.FromMinutes(30), time);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_rest.IsOn)
        {
            return;
        }

        foreach (var group in troubles.ClaimNews(Known.Keys, time.GetUtcNow()).ToLookup(trouble => (trouble.Topic, trouble.IsOver)))
        {
            await TellAsync(Known[group.Key.Topic], [.. group], cancellationToken);
        }

        await TellLastingAsync(cancellationToken);
    }

    private async Task TellAsync(TroubleTopic topic, IReadOnlyList<StoredTrouble> news, CancellationToken cancellationToken)
    {
        var isOver = news[0].IsOver;
        var told = !_rest.IsOn && await SendAsync(isOver ? topic.SubjectWhenOver : topic.Subject, news.Select(trouble => isOver ? Ended(trouble) : trouble.Words), topic.SeeAlso, cancellationToken);
        if (told)
        {
            troubles.Told(news, time.GetUtcNow());
        }
        else
        {
            troubles.Free(news);
        }
    }

    private async Task TellLastingAsync(CancellationToken cancellationToken)
    {
        var today = EditionWeek.LondonDay(time.GetUtcNow());
        var lasting = troubles.Open().Where(trouble => trouble.ToldAt is { } at && EditionWeek.LondonDay(at) != today).ToList();
        if (!_rest.IsOn && IsCalm() && lasting.Count > 0 && troubles.TakeDay(today)
            && !await SendAsync($"Digest: {(lasting.Count == 1 ? "one thing still needs" : $"{lasting.Count} things still need")} you", lasting.Select(Lasting), "'status' shows how the service is. Of what lasts you hear once a day.", cancellationToken))
        {
            troubles.GiveDayBack(today);
        }
    }

    private async Task<bool> SendAsync(string subject, IEnumerable<string> words, string seeAlso, CancellationToken cancellationToken)
    {
        var sent = await mail.SendAsync(subject, [.. words], seeAlso, cancellationToken);
        _rest.Note(sent);
        return sent;
    }

    private bool IsCalm() => TimeZoneInfo.ConvertTime(time.GetUtcNow(), EditionWeek.London).Hour is >= FirstHour and < LastHour;

    private static string Ended(StoredTrouble trouble) => trouble.ToldAt is null
        ? $"This is over, and no mail could go out while it lasted (from {DateWords.At(trouble.Since)} on): {trouble.Words}"
        : $"This is over: {trouble.Words}";

    private static string Lasting(StoredTrouble trouble) => $"Since {DateWords.At(trouble.Since)}: {trouble.Words}";
}
