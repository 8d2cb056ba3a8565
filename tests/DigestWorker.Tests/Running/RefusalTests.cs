using DigestWorker.Running;
using DigestWorker.Settings;
using DigestWorker.Settings.Checking;

namespace DigestWorker.Tests.Running;

/// <summary>What is kept, logged and mailed of settings that cannot be used names nobody.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("Jo O'Brien jo@example.org")]
    [InlineData("Jo \"J\" Example, jo@example.org")]
    [InlineData("Example, Jo <jo@example>")]
    public void Of_a_mistyped_address_neither_it_nor_the_name_before_it_is_told(string contact)
    {
        var words = Refusal.Of([.. AddressCheck.Of("Organisations:kent:Contact", contact), SettingsMistake.Found("Web:Listen", "nowhere", "write an address")]);

        Assert.DoesNotContain("Jo", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Example", words, StringComparison.Ordinal);
        Assert.Contains("Organisations:kent:Contact: \"***\" stands here; write an address such as", words, StringComparison.Ordinal);
        Assert.Contains("Web:Listen: \"nowhere\" stands here; write an address", words, StringComparison.Ordinal);
    }
}
