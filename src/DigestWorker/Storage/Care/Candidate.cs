using Dapper;
using DigestWorker.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Care;

/// <summary>A copy of a copy, beside the database that it is to replace: everything is tried on it, and it is gone if anything fails.</summary>
internal sealed class Candidate : IDisposable
{
    private const string Ending = ".restoring";

    private Candidate(string file) => File = file;

    public string File { get; }

    public Database Database => new SqliteDatabase(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);

    /// <param name="part">An empty file of its owner alone.</param>
    /// <param name="from">With the log beside it, where a copy was made by hand.</param>
    public static Candidate Of(string part, string from)
    {
        var candidate = new Candidate(part);
        try
        {
            Copy(from, part);
            if (System.IO.File.Exists(from + "-wal"))
            {
                Copy(from + "-wal", part + "-wal");
            }

            return candidate;
        }
        catch
        {
            candidate.Dispose();
            throw;
        }
    }

    public static string NameFor(string database) => $"{database}.{Path.GetRandomFileName()}{Ending}";

    /// <summary>What a restore left behind that was killed.</summary>
    public static void DeleteLeft(string database)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(database)!, $"{Path.GetFileName(database)}.*{Ending}*"))
        {
            System.IO.File.Delete(file);
        }
    }

    /// <summary>Makes it one file that needs none beside it, without anything that was deleted, and safe on the disk.</summary>
    public void Seal()
    {
        using (var connection = DatabaseFile.Open(File, SqliteOpenMode.ReadWrite))
        {
            connection.Execute("delete from pending_rewrite; pragma journal_mode = delete; pragma secure_delete = on; vacuum");
        }

        DatabaseFile.Flush(File);
    }

    public void Dispose() => DatabaseFile.Delete(File);

    private static FileStreamOptions Form()
    {
        var form = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            form.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return form;
    }

    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, Form());
        source.CopyTo(target);
    }
}
