using DigestWorker.Classifying.Documents;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying;

public sealed class StatutoryGuidanceTests
{
    [Theory]
    [InlineData("Keeping children safe in education", "For schools and colleges on safeguarding children and safer recruitment.")]
    [InlineData("Keeping children safe in education 2026", "")]
    [InlineData("Keeping children safe in education 2026", "The Children's Commissioner comments on the new edition.")]
    [InlineData("Guidance: Working together to safeguard children", "")]
    [InlineData("Prevent duty guidance: England and Wales (2023)", "")]
    [InlineData("Promoting the education of looked-after and previously looked-after children", "")]
    [InlineData("Early years foundation stage (EYFS) statutory framework", "")]
    [InlineData("Child death review: statutory and operational guidance (England)", "")]
    [InlineData("Multi-agency statutory guidance on female genital mutilation", "")]
    [InlineData("Elective placements", "Statutory guidance for local authorities on placements.")]
    [InlineData("Elective placements", "For local authorities. This is statutory guidance issued under section 7.")]
    public void An_official_page_that_calls_itself_statutory_or_is_known_to_be_is_statutory(string title, string summary) =>
        Assert.True(StatutoryGuidance.Is(Page(title, summary)));

    [Theory]
    [InlineData("Sharing nudes and semi-nudes", "Non-statutory guidance for settings that provide education.")]
    [InlineData("Information sharing: advice for practitioners", "How to share information lawfully.")]
    [InlineData("Filtering and monitoring standards", "Read them with the statutory guidance keeping children safe in education.")]
    [InlineData("Keeping children safe in education: posters for staff rooms", "")]
    [InlineData("Prevent duty training", "")]
    [InlineData("Keeping children safe in education: proposed revisions", "Consultation on changes to the statutory guidance.")]
    [InlineData("Draft statutory guidance on placements", "")]
    [InlineData("Early years foundation stage (EYFS) statutory framework", "Comments on small changes close on 18 March.")]
    [InlineData("Early years foundation stage (EYFS) statutory framework", "We are seeking views until 18 March.")]
    [InlineData("Working together to safeguard children", "Outcome of the consultation on changes.")]
    public void A_page_that_advises_is_a_draft_or_only_speaks_of_statutory_guidance_is_none(string title, string summary) =>
        Assert.False(StatutoryGuidance.Is(Page(title, summary)));

    [Fact]
    public void Nobody_but_an_official_body_makes_guidance_statutory() =>
        Assert.False(StatutoryGuidance.Is(Page("Keeping children safe in education 2026", "") with { PublisherType = BodyType.TradePress }));

    [Fact]
    public void News_and_figures_of_official_bodies_are_no_guidance() =>
        Assert.False(StatutoryGuidance.Is(Page("Keeping children safe in education 2026", "", Kind.News)));

    [Theory]
    [InlineData("statutory_guidance", true)]
    [InlineData("Statutory guidance", true)]
    [InlineData("guidance", false)]
    [InlineData("Non-statutory guidance", false)]
    public void The_publishers_own_document_type_counts(string documentType, bool isStatutory)
    {
        var page = Page("Placements of children", "");

        Assert.Equal(isStatutory, StatutoryGuidance.Is(page with { Entry = page.Entry with { DocumentType = documentType } }));
    }

    private static StoredEntry Page(string title, string summary, Kind kind = Kind.Guidance) =>
        An.Stored(An.Entry(title, summary), "Department for Education", kind) with { PublisherType = BodyType.Official };
}
