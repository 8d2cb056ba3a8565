using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class PublisherTypesTests
{
    private static readonly PublisherTypes Types = new(
    [
        new Body(["NSPCC", "Childline"], BodyType.Charity, ["nspcc.org.uk"]),
        new Body(["Sky News"], BodyType.Press, ["news.sky.com"]),
        new Body(["Home Office"], BodyType.Official, []),
    ]);

    [Theory]
    [InlineData("anybody", "https://www.gov.uk/guidance", BodyType.Official)]
    [InlineData("anybody", "https://learning.nspcc.org.uk/news", BodyType.Charity)]
    [InlineData("anybody", "https://NEWS.sky.com/story", BodyType.Press)]
    [InlineData("home office", null, BodyType.Official)]
    [InlineData("Childline", "https://elsewhere.example.org/", BodyType.Charity)]
    [InlineData("Kent County Council", "https://www.kent.gov.uk/news", BodyType.Other)]
    [InlineData("anybody", "https://notnspcc.org.uk/", BodyType.Other)]
    [InlineData("anybody", "https://nspcc.org.uk.example.org/", BodyType.Other)]
    public void A_publisher_is_known_by_its_host_and_else_by_its_name(string publisher, string? url, BodyType type) =>
        Assert.Equal(type, Types.Of(publisher, url is null ? null : new Uri(url)));
}
