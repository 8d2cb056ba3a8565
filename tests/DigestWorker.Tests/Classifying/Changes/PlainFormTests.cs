using DigestWorker.Classifying.Changes;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class PlainFormTests
{
    [Fact]
    public void What_cannot_be_normalised_becomes_the_sign_for_something_unknown() =>
        Assert.Equal("half \uFFFD a pair \uFFFD here", PlainForm.Of("half \uD800 a pair \uFFFE here"));
}
