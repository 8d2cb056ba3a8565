using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>A fault that is under way.</summary>
/// <param name="Words">By which the service tells it.</param>
/// <param name="EndAsync">All is well again.</param>
internal sealed record Strike(string Words, Func<Task> EndAsync)
{
    private const string IsSafe = "what was stored is safe";

    public static async Task<Strike> AtAsync(Cluster cluster, DatabaseFault fault, BreakableLine line, PostgresServer? standby)
    {
        var server = cluster.Server;
        switch (fault)
        {
            case DatabaseFault.ServerRestarted:
                await server.ControlAsync("restart -m fast");
                return new Strike(IsSafe, () => Task.CompletedTask);
            case DatabaseFault.ServerReplaced:
                await server.ControlAsync("stop -m immediate");
                await cluster.UntilAsync(() => cluster.Workers[0].Said.Contains(IsSafe, StringComparison.Ordinal), IsSafe);
                await standby!.ControlAsync("promote");
                cluster.Server = standby;
                return new Strike(IsSafe, () => Task.CompletedTask);
            case DatabaseFault.ReadOnly:
                SetReadOnly(server, "= on");
                return new Strike("can only be read: it is a standby or was set read-only", () => Task.Run(() => SetReadOnly(server, "= off")));
            case DatabaseFault.NoConnectionLeft:
                return TakeAll(server);
            case DatabaseFault.NetworkCut:
                line.Cut();
                return new Strike($"its connection broke; {IsSafe}", () => Task.CompletedTask);
            default:
                line.FallSilent();
                return new Strike("did not answer in time", () => Task.Run(line.Speak));
        }
    }

    private static void SetReadOnly(PostgresServer server, string how)
    {
        server.Execute($"alter system set default_transaction_read_only {how}");
        server.Execute("select pg_reload_conf()");
    }

    private static Strike TakeAll(PostgresServer server)
    {
        var all = new AllConnections(server);
        server.Kept = all.One;
        return new Strike("has no connection left; raise its max_connections", () =>
        {
            server.Kept = null;
            all.Dispose();
            return Task.CompletedTask;
        });
    }
}
