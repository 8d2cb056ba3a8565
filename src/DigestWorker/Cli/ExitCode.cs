namespace DigestWorker.Cli;

/// <summary>What the program's end tells a script.</summary>
internal static class ExitCode
{
    public const int Done = 0, Failed = 1, WrongUsage = 2;
}
