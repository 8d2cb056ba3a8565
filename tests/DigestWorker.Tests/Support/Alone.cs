namespace DigestWorker.Tests.Support;

/// <summary>
/// Tests of what is told apart by its name in the whole process, such as meters: another host that ends meanwhile would end their
/// counting. They run when all others are done.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
