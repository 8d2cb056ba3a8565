using System.Runtime.CompilerServices;

namespace DigestWorker.Tests.Support;

/// <summary>Where the repository lies and, beside it, the material that is not part of it.</summary>
internal static class Folders
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string Shared { get; } =
        Path.GetFullPath(Environment.GetEnvironmentVariable("SHARED") ?? Path.Combine(Repository, "..", "shared"));

    public static void NeedShared() =>
        Assert.SkipUnless(Directory.Exists(Shared), "Needs the shared material beside the repository (or SHARED), which is absent.");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
