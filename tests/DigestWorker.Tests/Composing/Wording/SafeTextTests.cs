using DigestWorker.Composing;
using DigestWorker.Composing.Wording;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Pupil\tattendance \r\n in schools", "Pupil attendance in schools")]
    [InlineData("  Gwent\u00a0Safeguarding ", "Gwent Safeguarding")]
    [InlineData("safe\u202egnidraug\u202c", "safegnidraug")]
    [InlineData("z\u200be\u200dr\ufeffo", "zero")]
    [InlineData("a\u0000b\u001b[31mc", "a b [31mc")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    [InlineData("tag\U000E0041s", "tags")]
    [InlineData("lone \ud800 half", "lone half")]
    [InlineData("Amddiffyn plant: ymgynghoriad â’r cyhoedd 👍", "Amddiffyn plant: ymgynghoriad â’r cyhoedd 👍")]
    public void Text_of_a_source_becomes_one_harmless_line(string text, string line) => Assert.Equal(line, SafeText.Line(text));

    [Fact]
    public void It_never_looks_like_a_personal_slot()
    {
        Assert.Equal("why", SafeText.Line(PersonalSlots.Mark(PersonalSlots.WhyYouGetThis)));
    }

    [Fact]
    public void Only_the_beginning_of_an_endless_text_is_read() => Assert.Equal(4_000, SafeText.Line(new string('x', 5_000_000)).Length);
}
