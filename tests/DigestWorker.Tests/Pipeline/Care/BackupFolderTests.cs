using DigestWorker.Pipeline.Care;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline.Care;

public sealed class BackupFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 2, 15, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    [Fact]
    public void The_oldest_go_with_their_keys_and_files_of_other_names_are_never_touched()
    {
        foreach (var day in Enumerable.Range(1, 5))
        {
            Make($"digestworker-2026110{day}-021500.db");
            Make($"digestworker-2026110{day}-021500.db.key");
        }

        string[] others = ["digestworker-20261101.db", "digestworker-20261101-021500.db.bak", "my-digestworker-20261101-021500.db", "digestworker-20269901-021500.db", "before-upgrade.db"];
        Array.ForEach(others, Make);

        Assert.Equal(3, Folder().Prune(2, _folder.File("digestworker-20261105-021500.db"), Now));

        Assert.Equal(
            [.. others.Order(StringComparer.Ordinal), .. Both("digestworker-20261104-021500.db"), .. Both("digestworker-20261105-021500.db")],
            Names().OrderBy(name => name.StartsWith("digestworker-2026110", StringComparison.Ordinal) && !others.Contains(name)).ThenBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void The_one_that_was_just_proven_stays_though_the_clock_went_back()
    {
        Make("digestworker-20270101-021500.db");
        Make("digestworker-20270102-021500.db");
        Make("digestworker-20261128-021500.db");

        Folder().Prune(1, _folder.File("digestworker-20261128-021500.db"), Now);

        Assert.Equal(["digestworker-20261128-021500.db"], Names());
    }

    [Fact]
    public void What_a_killed_backup_left_behind_goes_after_a_day()
    {
        Make("digestworker-20261128-021500.db");
        Make("digestworker-20261126-021500.db.abc.xyz.part");
        Make("digestworker-20261128-021500.db.def.xyz.part");
        File.SetLastWriteTimeUtc(_folder.File("digestworker-20261126-021500.db.abc.xyz.part"), Now.UtcDateTime.AddDays(-2));
        File.SetLastWriteTimeUtc(_folder.File("digestworker-20261128-021500.db.def.xyz.part"), Now.UtcDateTime);

        Folder().Prune(14, _folder.File("digestworker-20261128-021500.db"), Now);

        Assert.Equal(["digestworker-20261128-021500.db", "digestworker-20261128-021500.db.def.xyz.part"], Names().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_holds_none() => Assert.Null(new BackupFolder(_folder.File("none")).Newest(Now));

    public void Dispose() => _folder.Dispose();

    private BackupFolder Folder() => new(_folder.Path);

    private void Make(string name) => _folder.Write(name, "");

    private IEnumerable<string> Names() => Directory.GetFiles(_folder.Path).Select(file => Path.GetFileName(file)!);

    private static string[] Both(string name) => [name, $"{name}.key"];
}
