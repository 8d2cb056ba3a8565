using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Watching;

/// <summary>Keeps what is wrong of a topic and logs what has changed; telling it by mail follows from the database.</summary>
internal sealed partial class NoteTroubles(Troubles troubles, TimeProvider time, ILogger<NoteTroubles> logger)
{
    /// <param name="now">All that is wrong of the topic at present.</param>
    public void Run(TroubleTopic topic, IEnumerable<ServiceTrouble> now)
    {
        var change = troubles.Note(topic.Name, now.ToDictionary(trouble => trouble.Key, trouble => EmailAddress.Without(trouble.Words), StringComparer.Ordinal), time.GetUtcNow());
        foreach (var words in change.Begun)
        {
            Broke(topic.Name, words);
        }

        foreach (var words in change.Ended)
        {
            Mended(topic.Name, words);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Trouble ({Topic}): {Words}")]
    private partial void Broke(string topic, string words);

    [LoggerMessage(Level = LogLevel.Information, Message = "Over ({Topic}): {Words}")]
    private partial void Mended(string topic, string words);
}
