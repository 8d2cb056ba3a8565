using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>Tells one process another time of day than the machine's, by Debian's libfaketime.</summary>
internal static class WrongClock
{
    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true }).FirstOrDefault()
        : null;

    public static void Need()
    {
        Assert.False(Library is null && Tool.RealIsRequired, "libfaketime is not installed, and REQUIRE_REAL=1 asks for it.");
        Assert.SkipWhen(Library is null, "libfaketime is not installed; on Debian: apt-get install faketime.");
    }

    public static IReadOnlyDictionary<string, string> By(TimeSpan ahead) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = Library!,
        ["FAKETIME"] = FormattableString.Invariant($"{ahead.TotalSeconds:+0;-0}"),
    };
}
