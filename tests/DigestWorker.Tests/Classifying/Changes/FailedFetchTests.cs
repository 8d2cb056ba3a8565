using DigestWorker.Classifying.Changes;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class FailedFetchTests
{
    private static readonly string Page = string.Join(
        "\n\n", Enumerable.Range(1, 12).Select(step => $"In step {step} the lead practitioner writes down what was agreed with the family."));

    [Theory]
    [InlineData("Just a moment...")]
    [InlineData("Access denied")]
    [InlineData("404 - Page not found")]
    [InlineData("Page not found | Anytown Safeguarding Partnership")]
    [InlineData("Error 503")]
    [InlineData("Before you continue to the site")]
    [InlineData("Cookie preferences")]
    [InlineData("Service unavailable")]
    public void An_error_or_consent_page_is_no_version(string title)
    {
        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page, title), Version.Note("Added a step"));

        Assert.Equal(ChangeType.Suspicious, change.Type);
        Assert.False(change.Substantive);
    }

    [Theory]
    [InlineData("Consent and confidentiality")]
    [InlineData("Access to records: when a request is denied")]
    [InlineData("Errors of recording in case notes")]
    [InlineData("Signs of harm")]
    public void A_title_of_guidance_is_none_of_an_error_page(string title) =>
        Assert.NotEqual(ChangeType.Suspicious, ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page, title)).Type);

    [Fact]
    public void A_page_of_which_less_than_two_fifths_are_left_is_no_version()
    {
        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page[..(Page.Length / 3)]));

        Assert.Equal(ChangeType.Suspicious, change.Type);
        Assert.StartsWith("The text shrank to 33 % of the last", change.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_gone_is_no_version() =>
        Assert.Equal(ChangeType.Suspicious, ChangeDescriber.Describe(Version.Of("Guidance for hosts."), Version.Of("")).Type);

    [Fact]
    public void A_shorter_page_with_a_note_of_its_publisher_is_a_version() =>
        Assert.Equal(ChangeType.Substantive, ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page[..300]), Version.Note("Shortened.")).Type);

    [Fact]
    public void A_short_summary_may_become_shorter() =>
        Assert.Equal(
            ChangeType.Substantive,
            ChangeDescriber.Describe(
                Version.Of("Guidance for hosts. It must be read before a visit, and signed by everyone in the home."), Version.Of("Guidance for hosts.")).Type);
}
