namespace DigestWorker.Storage;

/// <summary>Under which keys the other entries of an entry's release are looked for.</summary>
internal static class BlockKeys
{
    private const string ClearSql = "delete from block_key where entry_id = @id";

    private const string AddSql = "insert into block_key (key, day, entry_id) values (@key, @day, @id) on conflict do nothing";

    /// <param name="days">On which the entry was news.</param>
    public static void Replace(Statements statements, long id, IReadOnlyCollection<int> days, IEnumerable<long> keys)
    {
        statements[ClearSql].Run(("@id", id));
        foreach (var (key, day) in keys.SelectMany(_ => days, (key, day) => (key, day)))
        {
            statements[AddSql].Run(("@key", key), ("@day", day), ("@id", id));
        }
    }
}
