using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Takes over the organisations, teams and people whom the settings file names.</summary>
internal sealed partial class FollowSettings(
    DigestSettings settings, Organisations organisations, Subscribers subscribers, TimeProvider time, ILogger<FollowSettings> logger)
{
    public void Run()
    {
        organisations.Follow(settings.Organisations);
        subscribers.Follow([.. settings.Subscribers.Select(one => new Joiner(one.Email!, one.Name, one.Roles, one.Areas))], time.GetUtcNow());
    }

    /// <summary>The same for the schedule: whoever is subscribed already gets the edition, and the look at the installation tells the admin which file lacks the key.</summary>
    public void TryRun()
    {
        try
        {
            Run();
        }
        catch (KeyFault fault)
        {
            NotFollowed(fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The people of the settings were not taken over: {Reason}")]
    private partial void NotFollowed(string reason);
}
