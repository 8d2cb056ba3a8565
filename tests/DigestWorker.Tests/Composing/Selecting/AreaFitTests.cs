using DigestWorker.Composing.Selecting;

namespace DigestWorker.Tests.Composing.Selecting;

public sealed class AreaFitTests
{
    [Theory]
    [InlineData("Kent", "Kent", 1, "Kent")]
    [InlineData("kent", "Kent", 1, "Kent")]
    [InlineData("England; Kent", "England; Kent", 1, "Kent")]
    [InlineData("England", "Kent; England", 0.5, "England")]
    [InlineData("UK", "Kent", 0, null)]
    [InlineData("England and Wales", "Kent", 0, null)]
    [InlineData("South East", "Kent", 0, null)]
    [InlineData("South East England", "Kent", 0, null)]
    [InlineData("Scotland", "Orkney", 0, null)]
    [InlineData("England", "Shetland", -1, null)]
    [InlineData("Wales", "Mid Wales", 0, null)]
    [InlineData("Kent", "England", 0, null)]
    [InlineData("Scotland", "UK", 0, null)]
    [InlineData("Wales", "Cardiff", 0, null)]
    [InlineData("Coventry; England", "Kent", 0, null)]
    [InlineData("Coventry", "Kent", -1, null)]
    [InlineData("Scotland", "Kent", -1, null)]
    [InlineData("England", "Cardiff", -1, null)]
    [InlineData("Newry, Mourne and Down", "England", -1, null)]
    [InlineData("Glasgow City", "England and Wales", -1, null)]
    [InlineData("", "Kent", 0, null)]
    [InlineData("Coventry", "", 0, null)]
    public void A_release_about_an_area_means_so_much_to_who_follows_another(string about, string followed, double points, string? matched)
    {
        Assert.Equal(new AreaFit(points, matched), AreaFit.Of(List(about), List(followed)));
    }

    private static string[] List(string areas) => areas.Split("; ", StringSplitOptions.RemoveEmptyEntries);
}
