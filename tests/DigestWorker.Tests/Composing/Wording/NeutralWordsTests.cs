using DigestWorker.Composing.Wording;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class NeutralWordsTests
{
    [Theory]
    [InlineData("child sexual abuse")]
    [InlineData("Online grooming")]
    [InlineData("domestic homicide reviews")]
    [InlineData("suicide and self-harm")]
    [InlineData("modern slavery and trafficking")]
    [InlineData("children who died")]
    [InlineData("FGM")]
    [InlineData("serious youth violence")]
    public void These_do_not_show_on_a_lock_screen(string words) => Assert.False(NeutralWords.Are(words));

    [Theory]
    [InlineData("online safety")]
    [InlineData("school attendance")]
    [InlineData("children's diet")]
    [InlineData("deadlines for returns")]
    [InlineData("multi-agency working")]
    public void These_may(string words) => Assert.True(NeutralWords.Are(words));
}
