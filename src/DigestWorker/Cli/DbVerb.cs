using System.CommandLine;

namespace DigestWorker.Cli;

/// <summary>The care of the database.</summary>
internal static class DbVerb
{
    public static Command Create(Workshop workshop) => new("db", """
        Looks after the database.

        Example: digestworker db move --to "Host=db.example.org;Database=digest;Username=digest"
        """)
    {
        DbMoveVerb.Create(workshop),
    };
}
