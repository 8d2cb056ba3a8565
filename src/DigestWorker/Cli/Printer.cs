using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace DigestWorker.Cli;

/// <summary>How verbs answer: tables for people, JSON for scripts, progress on standard error.</summary>
internal static class Printer
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The output is data for programs and terminals, never HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IAnsiConsole Progress { get; } =
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static void Json<T>(T answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, Form));

    public static void Line(string text) => Console.Out.WriteLine(text);

    public static void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    /// <returns>The exit code, for the verb to end with.</returns>
    public static int Refuse(string message, int code = ExitCode.WrongUsage)
    {
        Console.Error.WriteLine(message);
        return code;
    }

    public static void Heading(string text) => Line($"\n{text}\n{new string('-', text.Length)}");

    public static void Table(string[] columns, IEnumerable<string[]> rows) => TableForm.Write(columns, [.. rows]);

    /// <summary>"1 release", "2 releases".</summary>
    public static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number} {many ?? one + "s"}";
}
