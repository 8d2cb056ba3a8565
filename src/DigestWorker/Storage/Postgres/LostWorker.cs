using System.Data.Common;

namespace DigestWorker.Storage.Postgres;

/// <summary>The others hold this worker to be gone, whatever it can still do over other connections.</summary>
internal sealed class LostWorker(Exception? cause) : DbException("The connection by which the other workers know this one broke.", cause);
