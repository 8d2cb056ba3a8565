using System.CommandLine;
using System.Data.Common;
using DigestWorker.Settings;
using DigestWorker.Settings.Checking;
using DigestWorker.Storage;
using DigestWorker.Storage.Moving;
using DigestWorker.Storage.Postgres;
using DigestWorker.Storage.Sqlite;
using Spectre.Console;

namespace DigestWorker.Cli.Care;

/// <summary>From one machine to several: what SQLite holds goes over to PostgreSQL.</summary>
internal static class DbMoveVerb
{
    private static readonly Option<string> To = new("--to")
    {
        Description = "The connection string of an empty database of PostgreSQL; its password comes from a .pgpass file or from the variable PGPASSWORD",
        HelpName = "CONNECTION",
        Required = true,
    };

    private const string Waiting = "Waiting for another process to leave the database";

    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("move", """
            Copies the SQLite file of the settings into an empty database of PostgreSQL, and compares every table. Stop the service before. The file stays as it is.

            Ended in the middle, the same again goes on where it was. Until it is done no worker starts on the new database.

            Example: digestworker db move --to "Host=db.example.org;Database=digest;Username=digest"
            """) { To, Json };
        command.SetAction((parsed, cancellationToken) => workshop.WithSettingsAsync(
            Options.FileOf(parsed), settings => Task.FromResult(Run(settings.Storage, parsed, cancellationToken))));
        return command;
    }

    private static int Run(StorageSettings settings, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (settings.Provider != StorageProvider.Sqlite)
        {
            return Printer.Refuse("The settings name PostgreSQL already; run this with settings that name the SQLite file.");
        }

        using var from = new SqliteDatabase(settings.ConnectionString);
        if (!File.Exists(from.File) || Target(parsed.GetValue(To)!) is not { } to)
        {
            return Printer.Refuse(File.Exists(from.File) ? "--to is no connection string; write \"Host=SERVER;Database=NAME;Username=USER\"." : $"There is no database {from.File} to move.");
        }

        using (to)
        {
            from.Migrate();
            return Run(new MoveDatabase(from, to), (settings, to), parsed, cancellationToken);
        }
    }

    private static int Run(MoveDatabase move, (StorageSettings Settings, PostgresDatabase To) between, ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var report = WithProgress(progress => move.Run(progress, cancellationToken));
            Tell(report, between.Settings, parsed.GetValue(Json));
            return ExitCode.Done;
        }
        // What the file said is told as for every other verb.
        catch (DbException fault) when (MoveDatabase.IsOfServer(fault))
        {
            // The words are those of the service, for which the connection string stands in the settings.
            return Printer.Refuse($"{between.To.Fault(fault).Message.Replace("Storage:ConnectionString", "--to", StringComparison.Ordinal)} Run the same again: it goes on where it was.", ExitCode.Failed);
        }
    }

    /// <returns>Null where it is no connection string.</returns>
    internal static PostgresDatabase? Target(string connection)
    {
        if (ServerText.Parse(connection) is not { NamesDatabase: true } server || server.UnknownKeys.Any())
        {
            return null;
        }

        try
        {
            // What the service asks of the server: whoever is cut off keeps nothing locked, so that the same again finds it free.
            return new PostgresDatabase(server.With(password: null));
        }
        catch (StorageFault)
        {
            return null;
        }
    }

    private static MoveReport WithProgress(Func<IProgress<MoveStep>?, MoveReport> move) => !Printer.Progress.Profile.Capabilities.Interactive
        ? move(new Progress<MoveStep>(SayWaiting))
        : Printer.Progress.Progress().AutoClear(true).Start(bars =>
        {
            var bar = bars.AddTask("Moving");
            return move(new Progress<MoveStep>(step => bar.MaxValue(step.Of).Value(step.Done).Description = step.Table is { } table ? $"Moving {table}" : Waiting));
        });

    private static void SayWaiting(MoveStep step)
    {
        if (step.Table is null)
        {
            Console.Error.WriteLine($"{Waiting}.");
        }
    }

    private static void Tell(MoveReport report, StorageSettings settings, bool json)
    {
        if (json)
        {
            Printer.Json(report);
            return;
        }

        Printer.Table(["Table", "Rows, the same in both"], report.Tables.Where(table => table.Rows > 0).Select(table => new[] { table.Name, $"{table.Rows:N0}" }));
        Printer.Line($"{report.Tables.Sum(table => table.Rows):N0} rows of {report.Tables.Count} tables are moved and compared.");
        Printer.Line($"""
            Now set Storage:Provider to Postgres, Storage:ConnectionString to what --to was, and Storage:KeyFile to {settings.KeyFile}, which every worker needs a copy of. Then start the service. Keep the old file until a digest has gone out.
            """);
    }
}
