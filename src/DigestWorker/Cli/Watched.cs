using Spectre.Console;

namespace DigestWorker.Cli;

/// <summary>Shows on a terminal that work which takes a while goes on. Standard error, and silent wherever nobody watches.</summary>
internal static class Watched
{
    /// <summary>A bar or spinner would only fill a file or a log with its frames.</summary>
    public static bool IsOn { get; } =
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or "") && Printer.Progress.Profile.Capabilities.Ansi;

    /// <summary>Work that knows how far it is, from 0 to 1.</summary>
    public static Task<T> PartAsync<T>(string what, Func<IProgress<double>?, Task<T>> work) => !IsOn
        ? work(null)
        : Printer.Progress.Progress().AutoClear(true).StartAsync(bars =>
        {
            var bar = bars.AddTask(what, maxValue: 1);
            return work(new Progress<double>(part => bar.Value(part)));
        });

    /// <summary>Work that counts what is done.</summary>
    public static Task<T> CountAsync<T>(string what, Func<int, string> words, Func<IProgress<int>?, Task<T>> work) => !IsOn
        ? work(null)
        : Printer.Progress.Status().StartAsync(what, status => work(new Progress<int>(done => status.Status(words(done)))));

    /// <summary>Work that names its steps.</summary>
    public static Task<T> StepsAsync<T>(string what, Func<IProgress<string>?, T> work) => !IsOn
        ? Task.FromResult(work(null))
        : Printer.Progress.Status().StartAsync(what, status => Task.Run(() => work(new Progress<string>(step => status.Status(Markup.Escape(step))))));

    /// <summary>Work that does not.</summary>
    public static Task<T> WholeAsync<T>(string what, Func<T> work, CancellationToken cancellationToken) =>
        WholeAsync(what, () => Task.Run(work, cancellationToken));

    public static Task<T> WholeAsync<T>(string what, Func<Task<T>> work) =>
        IsOn ? Printer.Progress.Status().StartAsync(what, _ => work()) : work();
}
