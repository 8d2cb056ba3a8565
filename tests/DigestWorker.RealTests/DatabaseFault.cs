namespace DigestWorker.RealTests;

public enum DatabaseFault
{
    ServerRestarted,
    NetworkCut,
    NetworkSilent,
}
