using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Microsoft.Data.Sqlite;

/// <summary>
/// Runs in the program's own process before its Main, and calls that for each line of the input: a JSON array of the folder to work in and
/// the arguments. What the program prints goes where it always goes; after it come the exit code and a mark.
/// Name and signature are the runtime's (dotnet/runtime, docs/design/features/host-startup-hook.md).
/// </summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime looks for it in none.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        var main = Assembly.Load("DigestWorker").EntryPoint!;
        using var lines = new StreamReader(Console.OpenStandardInput());
        Console.SetIn(TextReader.Null);
        while (lines.ReadLine() is { } line)
        {
            var command = JsonSerializer.Deserialize<string[]>(line)!;
            Directory.SetCurrentDirectory(command[0]);
            var code = (int)main.Invoke(null, [command[1..]])!;
            LeaveNothingBehind();
            Console.Out.Write($"\u001f{code}\u001e");
            Console.Error.Write('\u001e');
        }

        Environment.Exit(0);
    }

    // What the end of the process would do.
    private static void LeaveNothingBehind()
    {
        SqliteConnection.ClearAllPools();
        Directory.SetCurrentDirectory(AppContext.BaseDirectory);
    }
}
