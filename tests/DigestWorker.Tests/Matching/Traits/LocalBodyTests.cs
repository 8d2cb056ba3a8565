using DigestWorker.Matching.Traits;

namespace DigestWorker.Tests.Matching.Traits;

public sealed class LocalBodyTests
{
    [Theory]
    [InlineData("Norfolk County Council", "norfolk")]
    [InlineData("Norfolk Safeguarding Children Partnership", "norfolk")]
    [InlineData("Essex Police", "essex")]
    [InlineData("Barnsley Council", "barnsley")]
    [InlineData("Welshpool Town Council", "welshpool")]
    [InlineData("National Police Chiefs' Council", null)]
    [InlineData("General Medical Council", null)]
    [InlineData("Community Care", null)]
    public void A_body_for_one_place_is_known_by_its_name(string publisher, string? place) => Assert.Equal(place, LocalBody.Of(publisher));

    [Theory]
    [InlineData("Self-neglect policy and toolkit", true)]
    [InlineData("Prevent duty: what your policy should say by January", false)]
    public void What_readers_should_have_in_their_policy_is_no_paper_of_the_body(string title, bool own) =>
        Assert.Equal(own, LocalBody.IsOwnPaper("Norfolk County Council", title, namesDocument: true));
}
