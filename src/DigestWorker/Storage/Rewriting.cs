using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage;

/// <summary>
/// Writes the whole database file anew, so that nothing that was deleted is left in its free space or in its log. It takes as much
/// room again on the disk for a while.
/// </summary>
internal sealed class Rewriting(Database database)
{
    private const int Busy = 5;

    private const string DueSql = "select count(*) from pending_rewrite";

    private const string RewriteSql = "pragma secure_delete = on; vacuum";

    // The first column says whether somebody who reads kept it from coming to its end.
    private const string TruncateSql = "pragma wal_checkpoint(truncate)";

    private const string DoneSql = "delete from pending_rewrite";

    public bool IsDue
    {
        get
        {
            using var connection = database.Open();
            return connection.ExecuteScalar<long>(DueSql) > 0;
        }
    }

    /// <returns>False while another process sends or uses the file; it stays due.</returns>
    public bool Run()
    {
        using var held = SenderLock.TryTake(database);
        return held is not null && database.Exclusively(Rewrite);
    }

    private bool Rewrite()
    {
        try
        {
            using var connection = database.Open();
            connection.Execute(RewriteSql);
            if (connection.ExecuteScalar<long>(TruncateSql) != 0)
            {
                return false;
            }

            connection.Execute(DoneSql);
            return true;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Busy)
        {
            return false;
        }
    }
}
