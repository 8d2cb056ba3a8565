namespace DigestWorker.RealTests;

public enum DatabaseFault
{
    ServerRestarted,
    ServerReplaced,
    ReadOnly,
    NoConnectionLeft,
    NetworkCut,
    NetworkSilent,
}
