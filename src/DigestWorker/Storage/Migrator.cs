namespace DigestWorker.Storage;

/// <summary>Brings the database to the newest schema: numbered files, one transaction each.</summary>
internal sealed class Migrator(Database database)
{
    public void Migrate() => database.Migrate();
}
