using DigestWorker.Domain;

namespace DigestWorker.Tests.Classifying.Ahead;

public sealed class EventsAheadTests
{
    private const string Written = "2026-05-20";

    [Theory]
    [InlineData("The revised guidance comes into force on 1 September 2026.", "InForce 2026-09-01 Day Confirmed")]
    [InlineData("It takes effect on Tuesday 1 September, when term begins.", "InForce 2026-09-01 Day Confirmed")]
    [InlineData("The new standards will apply to every home from 1st of October 2026.", "InForce 2026-10-01 Day Confirmed")]
    [InlineData("The duty becomes statutory on 19 Aug. 2026.", "InForce 2026-08-19 Day Confirmed")]
    [InlineData("Effective from August 19th, 2026: new penalty levels.", "InForce 2026-08-19 Day Confirmed")]
    [InlineData("From September 2026 nurseries will have to keep two emergency contacts.", "InForce 2026-09-01 Month Confirmed")]
    [InlineData("The Act is expected to come into force in autumn 2027.", "InForce 2027-09-01 Month Provisional")]
    [InlineData("The duty will commence in early 2028, subject to approval by Parliament.", "InForce 2028-01-01 Year Provisional")]
    [InlineData("The code will take effect on 6 April 2027, subject to parliamentary approval.", "InForce 2027-04-06 Day Provisional")]
    [InlineData("The start of the duty has been postponed from 1 September 2026 to 1 January 2027.", "InForce 2027-01-01 Day Confirmed from 2026-09-01")]
    [InlineData("Until then the edition of 2025 stays in force until 31 August.", "Ends 2026-08-31 Day Confirmed")]
    [InlineData("The interim guidance will be withdrawn on 30/09/2026.", "Ends 2026-09-30 Day Confirmed")]
    [InlineData("Every school must have a written policy by 31 December 2026.", "Due 2026-12-31 Day Confirmed")]
    [InlineData("By 1 July, providers must have told the council who their lead is.", "Due 2026-07-01 Day Confirmed")]
    [InlineData("The final text will be published in spring 2027.", "Published 2027-03-01 Month Provisional")]
    [InlineData("The next release is on 24 November 2026.", "Published 2026-11-24 Day Confirmed")]
    [InlineData("We plan to publish our response by March 2027.", "Published 2027-03-01 Month Provisional")]
    public void A_day_ahead_is_told_with_what_happens_on_it(string sentence, string told) =>
        Assert.Equal([told], Told.Ahead("Revised statutory guidance for schools", sentence, Written));

    [Theory]
    [InlineData("The consultation closes at 11:59pm on 17 June 2026.", "Closes 2026-06-17 Day Confirmed")]
    [InlineData("Send your views by noon on Friday 3 July.", "Closes 2026-07-03 Day Confirmed")]
    [InlineData("It is open until 30 June.", "Closes 2026-06-30 Day Confirmed")]
    [InlineData("The deadline for responses has been extended from 17 June to 8 July 2026.", "Closes 2026-07-08 Day Confirmed from 2026-06-17")]
    [InlineData("We propose that the new rules apply from 1 April 2027.", "InForce 2027-04-01 Day Provisional")]
    [InlineData("The rules would come into force on 1 April 2027.", "InForce 2027-04-01 Day Provisional")]
    public void A_consultation_closes_and_what_it_proposes_is_provisional(string sentence, string told) =>
        Assert.Equal([told], Told.Ahead("Consultation on safer recruitment standards", sentence, Written));

    [Theory]
    [InlineData("The guidance came into force on 1 September 2025.")]
    [InlineData("It takes effect on 1 May.")]
    [InlineData("Between 4 March and 2 May we consulted on the draft.")]
    [InlineData("Our safeguarding conference is on 1 October 2026.")]
    [InlineData("The number of referrals may rise by 2050, said the report of 20 May 2026.")]
    [InlineData("Section 47 may apply, and 12 march with us.")]
    [InlineData("Comes into force on 31 June 2026.")]
    [InlineData("The period covered is April 2026 to March 2027.")]
    [InlineData("Mill Lane closes on 3 August for roadworks.")]
    [InlineData("The Bill will be introduced in the House of Lords on 10 June 2026.")]
    [InlineData("The standards for certificates awarded from 2028 are described.")]
    public void What_is_past_or_says_nothing_of_rules_is_not_ahead(string sentence) =>
        Assert.Empty(Told.Ahead("Guidance for schools", sentence, Written));

    [Fact]
    public void The_cue_nearest_to_a_day_decides_what_it_means() => Assert.Equal(
        ["Closes 2026-06-17 Day Confirmed", "InForce 2026-09-01 Day Confirmed"],
        Told.Ahead("Draft standards", "The consultation runs until 17 June 2026 and the standards come into force on 1 September 2026.", Written));

    [Fact]
    public void A_day_without_a_year_is_the_next_one_unless_it_has_only_just_passed()
    {
        Assert.Equal(["InForce 2027-01-05 Day Confirmed"], Told.Ahead("New rules", "The rules take effect on 5 January.", "2026-11-20"));
        Assert.Empty(Told.Ahead("New rules", "The rules take effect on 1 September.", "2026-11-20"));
    }

    [Fact]
    public void A_text_without_a_date_is_believed_only_where_the_year_is_written() => Assert.Equal(
        ["InForce 2026-09-01 Day Confirmed"],
        Told.Ahead("New rules", "The rules take effect on 1 September 2026. The old ones apply until 31 August.", written: null));

    [Fact]
    public void A_page_is_as_new_as_its_last_update()
    {
        var entry = Texts.Entry("Guidance", content: "The guidance takes effect on 1 September.") with { Published = Told.Day("2020-01-10"), Updated = Told.Day(Written) };

        Assert.Equal(["InForce 2026-09-01 Day Confirmed"], Told.By(entry).Select(Told.Line));
    }

    [Fact]
    public void The_sentence_is_quoted_as_it_stands()
    {
        var entry = Texts.Entry("Guidance", content: "- New definitions.\n- Part two applies from 1 September 2026. Ask us: a@example.org") with { Published = Told.Day(Written) };

        Assert.Equal("Part two applies from 1 September 2026.", Assert.Single(Told.By(entry)).Quotation);
    }

    [Fact]
    public void What_was_withdrawn_brings_nothing() =>
        Assert.Empty(Told.By(Texts.Entry("Guidance", content: "It takes effect on 1 September 2026.") with { Withdrawn = "" }));

    [Theory]
    [InlineData(AnnouncementState.Confirmed, "2026-11-24T09:30:00Z", DatePrecision.Instant, "Published 2026-11-24 Day Confirmed")]
    [InlineData(AnnouncementState.Provisional, "2026-12-01T00:00:00Z", DatePrecision.Month, "Published 2026-12-01 Month Provisional")]
    [InlineData(AnnouncementState.Postponed, "2027-01-28T00:00:00Z", DatePrecision.Day, "Published 2027-01-28 Day Provisional from 2026-11-24")]
    [InlineData(AnnouncementState.Cancelled, "2026-11-24T09:30:00Z", DatePrecision.Instant, "Published 2026-11-24 Day Cancelled")]
    public void An_announcement_is_an_event_of_its_state(AnnouncementState state, string expected, DatePrecision precision, string told)
    {
        var announced = new Announcement(
            state,
            new PublishedDate(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), precision),
            state == AnnouncementState.Postponed ? Told.Day("2026-11-24") : null,
            Reason: null);

        Assert.Equal([told], Told.By(Texts.Entry("Children in need, 2026") with { Announcement = announced }).Select(Told.Line));
    }
}
