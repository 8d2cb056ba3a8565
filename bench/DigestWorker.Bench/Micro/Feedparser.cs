using System.Diagnostics;
using System.Globalization;

namespace DigestWorker.Bench.Micro;

/// <summary>Python's feedparser over the same bytes, where the system's Python has it (Debian: python3-feedparser).</summary>
internal static class Feedparser
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys, time
        import feedparser
        feed, spent = sys.stdin.buffer.read(), []
        for _ in range(10):
            started = time.perf_counter()
            feedparser.parse(feed)
            spent.append(time.perf_counter() - started)
        print(min(spent))
        """;

    /// <returns>Seconds for one reading; null where it is not there.</returns>
    public static double? Seconds(byte[] feed)
    {
        if (!File.Exists(Python))
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Tell(process, feed);
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(printed, CultureInfo.InvariantCulture) : null;
    }

    private static void Tell(Process process, byte[] feed)
    {
        try
        {
            process.StandardInput.BaseStream.Write(feed);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A Python without feedparser ends before it has read anything; its exit code says so.
        }
    }
}
