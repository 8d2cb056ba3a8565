using DigestWorker.Pipeline;

namespace DigestWorker.Web;

/// <summary>Whether the service can do its work, for whoever gives up soon: a database that does not answer is waited for by one look, however many ask.</summary>
internal sealed class ReadySoon(CheckReady ready)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _turn = new();
    private Task<string?> _look = Task.FromResult<string?>(null);

    /// <returns>Why not, in words without a path; null where it can.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Look().WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return $"the database has not answered for {Patience.TotalSeconds} seconds";
        }
    }

    private Task<string?> Look()
    {
        lock (_turn)
        {
            return _look.IsCompleted ? _look = Task.Run(ready.Run) : _look;
        }
    }
}
