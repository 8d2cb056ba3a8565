using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class CareTests
{
    [Theory]
    [InlineData("National review into the murders of Sample Child-Name and Other Example")]
    [InlineData("Sample Person, 34, jailed for grooming offences")]
    [InlineData("Children as young as four are groomed online")]
    [InlineData("Safeguarding lessons from the death of a 3-year-old")]
    [InlineData("The youngest victim was in reception class")]
    public void A_title_that_names_somebody_or_dwells_on_an_age_is_not_repeated(string title) => Assert.False(Care.MayName(title));

    [Theory]
    [InlineData("Bruising in infants who are not mobile: a protocol")]
    [InlineData("Deaths of children known to services fall by 4%")]
    [InlineData("Two-year-old early education offer: guidance")]
    [InlineData("Police recorded 7,062 online grooming offences last year")]
    [InlineData("Working Together to Safeguard Children 2026")]
    public void A_title_that_tells_its_subject_stands_as_it_is(string title) => Assert.True(Care.MayName(title));

    [Fact]
    public void A_sentence_that_describes_an_injury_is_not_quoted_though_a_title_may_name_it() =>
        Assert.Equal((true, false), (Care.MayName("Bruising: a protocol"), Care.MayQuote("The child had bruises on both arms.")));

    [Fact]
    public void A_release_whose_title_is_not_repeated_is_called_after_its_publisher()
    {
        var entry = An.Stored(An.Entry("Safeguarding review into the murder of Sample Example"));

        Assert.Equal($"A report from {entry.Publisher} (its title is not repeated here)", EntryNames.Title(entry));
    }
}
