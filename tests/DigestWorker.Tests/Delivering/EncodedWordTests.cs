using DigestWorker.Delivering;

namespace DigestWorker.Tests.Delivering;

public sealed class EncodedWordTests
{
    [Theory]
    [InlineData("Online grooming: 6,350 offences – up 82% – says the society, “the most so far”, and asks for more")]
    [InlineData("子どもの安全子どもの安全子どもの安全子どもの安全子どもの安全")]
    [InlineData("👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧")]
    [InlineData("100 % _ = ? %41")]
    public void What_is_encoded_can_be_read_back(string text)
    {
        var words = EncodedWord.Encode(text).ToList();

        Assert.All(words, word => Assert.True(word.Length <= EncodedWord.MaxLength));
        Assert.Equal(text, EncodedWord.Decode(string.Join(' ', words)));
    }

    [Theory]
    [InlineData("no word at all")]
    [InlineData("=?iso-8859-1?Q?caf=E9?=")]
    [InlineData("=?utf-8?B?not base64!?=")]
    [InlineData("=?utf-8?B?***?=")]
    public void What_is_not_ours_is_left_as_it_is(string text) => Assert.Equal(text, EncodedWord.Decode(text));
}
