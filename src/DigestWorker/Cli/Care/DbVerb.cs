using System.CommandLine;

namespace DigestWorker.Cli.Care;

/// <summary>The database file in the admin's care.</summary>
internal static class DbVerb
{
    public static Command Create(Workshop workshop) => new("db", """
        The database file: backs it up while the service works, proves it, and puts a backup back; or moves it to PostgreSQL. Run these as the account of the service, which owns the file.

        Example: digestworker db backup /var/backups/digestworker/today.db
        """)
    {
        DbBackupVerb.Create(workshop),
        DbCheckVerb.Create(workshop),
        DbRestoreVerb.Create(workshop),
        DbMoveVerb.Create(workshop),
    };
}
