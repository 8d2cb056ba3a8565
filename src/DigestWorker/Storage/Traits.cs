namespace DigestWorker.Storage;

/// <summary>What matching knows of each entry, as text that only matching reads.</summary>
internal static class Traits
{
    private const string KeepSql = """
        insert into trait (entry_id, traits) values (@id, @traits)
        on conflict (entry_id) do update set traits = excluded.traits
        """;

    public static void Keep(Statements statements, long id, string traits) => statements[KeepSql].Run(("@id", id), ("@traits", traits));
}
