using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Tells the admin of each trouble once when it begins and once when it is over, never at each turn. What was told is noted after it
/// was handed over, so a telling that is cut off is made again rather than lost.
/// </summary>
internal sealed partial class TellTroubles(Alerts alerts, AdminMail mail, TimeProvider time, ILogger<TellTroubles> logger)
{
    // A disk that is full keeps no note, and must not make a mail of each turn.
    private readonly HashSet<string> _unnoted = new(StringComparer.Ordinal);

    /// <param name="now">All troubles of the topic that there are at present: a key that stays the same as long as one lasts, and words.</param>
    public async Task RunAsync(TroubleTopic topic, IReadOnlyDictionary<string, string> now, CancellationToken cancellationToken)
    {
        var told = alerts.Open(topic.Name);
        foreach (var (key, words) in now.Where(trouble => !told.ContainsKey(trouble.Key)))
        {
            Broke(words);
            if (_unnoted.Contains(words) || await mail.SendAsync(topic.Subject, [words], topic.SeeAlso, cancellationToken))
            {
                _unnoted.Add(words);
                alerts.Begin(topic.Name, key, words, time.GetUtcNow());
                _unnoted.Remove(words);
            }
        }

        foreach (var (key, words) in told.Where(trouble => !now.ContainsKey(trouble.Key)))
        {
            if (await mail.SendAsync(topic.SubjectWhenOver, [$"This is over: {words}"], topic.SeeAlso, cancellationToken))
            {
                alerts.End(topic.Name, key);
                Mended(words);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Words}")]
    private partial void Broke(string words);

    [LoggerMessage(Level = LogLevel.Information, Message = "Over: {Words}")]
    private partial void Mended(string words);
}

/// <summary>What a trouble is about, and how a mail about it begins and ends.</summary>
internal sealed record TroubleTopic(string Name, string Subject, string SubjectWhenOver, string SeeAlso);
