using DigestWorker.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(ScenariosFirst))]

namespace DigestWorker.Tests.Support;

/// <summary>What takes longest begins first, so that nothing long is left running alone at the end.</summary>
public sealed class ScenariosFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [".Scenarios.", ".Explaining.", ".Cli."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => !Array.Exists(Long, part => collection.TestCollectionDisplayName.Contains(part, StringComparison.Ordinal)))];
}
