using DigestWorker.Classifying;

namespace DigestWorker.Tests.Classifying;

public sealed class AreaClassifierTests
{
    [Theory]
    [InlineData("Children in need in England", "England")]
    [InlineData("Online bullying in England and Wales", "England; Wales")]
    [InlineData("Scottish schools and bullying", "Scotland")]
    [InlineData("Grooming crimes rise in Dyfed-Powys", "Dyfed-Powys")]
    [InlineData("Child cruelty offences across the North West", "North West England")]
    [InlineData("Brighton & Hove: new threshold document", "Brighton and Hove")]
    [InlineData("Stoke-on-Trent partnership review", "Stoke-on-Trent")]
    [InlineData("Knife crime in Reading", "Reading")]
    [InlineData("Reading Borough Council's early help offer", "Reading")]
    [InlineData("Neglect in Bath and North East Somerset", "Bath and North East Somerset")]
    [InlineData("Reading for pleasure", "")]
    [InlineData("Bath time safety for babies", "")]
    [InlineData("Barking dogs and toddlers", "")]
    [InlineData("Bury the hatchet: parental conflict", "")]
    [InlineData("What New York learned", "")]
    [InlineData("Safeguarding in the Church of England", "")]
    [InlineData("Stop Speak Support Day, with The Duke of Cambridge", "")]
    [InlineData("Goldsmiths, University of London, analysed the answers", "")]
    [InlineData("Baroness Smith-Jones of Manchester on missing children", "")]
    [InlineData("The city of Cambridge", "Cambridge")]
    [InlineData("KCSIE: what has changed", "England")]
    [InlineData("Estyn on peer harassment", "Wales")]
    [InlineData("Ofsted visits Sandwell", "Sandwell; England")]
    public void A_title_gives_its_areas(string title, string areas) => Assert.Equal(areas, Areas(title));

    [Theory]
    [InlineData("Bury Safeguarding Partnership", "Bury")]
    [InlineData("Reading Chronicle", "Reading")]
    [InlineData("University of Bedfordshire", "")]
    [InlineData("Kent Police", "Kent")]
    [InlineData("Yahoo News UK", "")]
    public void A_publishers_name_gives_its_area(string publisher, string areas) => Assert.Equal(areas, Areas("Knives taken off the street", publisher));

    [Theory]
    [InlineData("Enquiries about care homes", "Fewer enquiries than last year.", "Homes in Luton did better.", "")]
    [InlineData("Enquiries about care homes", "Fewer enquiries than last year.", "Homes in Luton did better.\n\nIn Luton 14 homes were visited.", "Luton")]
    [InlineData("Enquiries about care homes", "", "Homes in Luton did better.", "Luton")]
    [InlineData("Enquiries about care homes", "Fewer enquiries in Kent.", "Homes in Luton did better.", "Kent; Luton")]
    [InlineData("Enquiries about care homes", "Fewer enquiries than last year.", "Homes in Wales did better.", "Wales")]
    public void A_place_that_is_only_mentioned_is_not_where_a_piece_applies(string title, string summary, string content, string areas) =>
        Assert.Equal(areas, string.Join("; ", AreaClassifier.Classify(Texts.Reading(title, summary, content), []).Select(label => label.Area)));

    [Fact]
    public void A_reason_quotes_the_name_and_its_place()
    {
        var labels = AreaClassifier.Classify(Texts.Reading("Grooming in Kent", "", "Ofsted answered."), ["South East England"]);

        Assert.Equal(["\"Kent\" in the title", "\"Ofsted\" in the opening speaks for it", "the source speaks for it"], labels.Select(label => label.Because));
    }

    [Fact]
    public void Each_area_is_named_once_and_no_more_than_five_are_named()
    {
        Assert.Equal("Norfolk", string.Join("; ", AreaClassifier.Classify(Texts.Reading("Norfolk", "In Norfolk"), ["Norfolk"]).Select(label => label.Area)));
        Assert.Equal("Leeds; Sheffield; Oldham; Norwich; Luton", Areas("Leeds, Sheffield, Oldham, Norwich, Luton, Cardiff and Belfast"));
    }

    private static string Areas(string title, string publisher = "Example Publisher") =>
        string.Join("; ", AreaClassifier.Classify(Texts.Reading(title, publisher: publisher), []).Select(label => label.Area));
}
