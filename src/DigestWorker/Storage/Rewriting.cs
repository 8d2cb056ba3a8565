using Dapper;

namespace DigestWorker.Storage;

/// <summary>
/// Writes what held deleted rows anew, so that nothing of them is left in free space. It takes as much room again on the disk for
/// a while.
/// </summary>
internal sealed class Rewriting(Database database)
{
    private const string DueSql = "select count(*) from pending_rewrite";

    private const string DoneSql = "delete from pending_rewrite";

    public bool IsDue
    {
        get
        {
            using var connection = database.Open();
            return connection.ExecuteScalar<long>(DueSql) > 0;
        }
    }

    /// <returns>False while another process sends or uses the database; it stays due.</returns>
    public bool Run()
    {
        using var held = database.TryKeepFromSending();
        if (held is null || !database.Rewrite())
        {
            return false;
        }

        using var connection = database.Open();
        connection.Execute(DoneSql);
        return true;
    }
}
