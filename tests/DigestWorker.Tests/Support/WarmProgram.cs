using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DigestWorker.Tests.Support;

/// <summary>
/// The real program in a process of its own that takes one command line after the other (<see cref="StartupHook"/>), so that it is not
/// compiled anew for each. Ends with the tests, whose end closes its input.
/// </summary>
internal sealed class WarmProgram
{
    private const char End = '\u001e', CodeFollows = '\u001f';

    private static readonly ConcurrentBag<WarmProgram> Idle = [];

    private readonly Process _process = new DigestWorkerApp(AppContext.BaseDirectory)
    {
        Environment = { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location },
    }.Start();

    /// <param name="command">The folder to work in, then the arguments.</param>
    public static Task<DigestWorkerApp.Ended> RunAsync(string[] command, CancellationToken cancellationToken) =>
        (Idle.TryTake(out var idle) ? idle : new WarmProgram()).DoAsync(command, cancellationToken);

    private async Task<DigestWorkerApp.Ended> DoAsync(string[] command, CancellationToken cancellationToken)
    {
        var output = ReadAsync(_process.StandardOutput, cancellationToken);
        var error = ReadAsync(_process.StandardError, cancellationToken);
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command));
        var (said, complaint) = (await output, await error);
        if (!complaint.EndsWith(End))
        {
            await _process.WaitForExitAsync(cancellationToken);
            return new DigestWorkerApp.Ended(_process.ExitCode, said, complaint);
        }

        Idle.Add(this);
        var end = said.LastIndexOf(CodeFollows);
        return new DigestWorkerApp.Ended(int.Parse(said.AsSpan(end + 1, said.Length - end - 2), CultureInfo.InvariantCulture), said[..end], complaint[..^1]);
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var (text, buffer) = (new StringBuilder(), new char[4096]);
        while ((text.Length == 0 || text[^1] != End) && await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }
}
