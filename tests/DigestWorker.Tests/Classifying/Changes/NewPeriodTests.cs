using DigestWorker.Classifying.Changes;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class NewPeriodTests
{
    [Theory]
    [InlineData("Child protection plans: 2023/24", "Child protection plans: 2024/25", "New period 2024/25 (was 2023/24)")]
    [InlineData("Care leavers 2023\u201324", "Care leavers 2024\u201325", "New period 2024-25 (was 2023-24)")]
    [InlineData("Referrals, 2023 to 2024", "Referrals, 2024 to 2025", "New period 2024 to 2025 (was 2023 to 2024)")]
    [InlineData("Helpline calls, July to September 2024", "Helpline calls, October to December 2024", "New period October to December 2024 (was July to September 2024)")]
    [InlineData("Offences, year ending March 2024", "Offences, year ending June 2024", "New period year ending June 2024 (was year ending March 2024)")]
    [InlineData("Missing episodes: Q4 2024", "Missing episodes: Q1 2025", "New period Q1 2025 (was Q4 2024)")]
    [InlineData("School absence, autumn term 2024/25", "School absence, spring term 2024/25", "New period spring term 2024/25 (was autumn term 2024/25)")]
    [InlineData("Working with families 2023", "Working with families 2026", "New period 2026 (was 2023)")]
    public void A_later_period_in_the_title_is_a_new_release(string before, string after, string summary)
    {
        var text = "Figures on children and families by local area.";

        var change = ChangeDescriber.Describe(Version.Of(text, before), Version.Of(text, after));

        Assert.Equal(ChangeType.NewPeriod, change.Type);
        Assert.True(change.Substantive);
        Assert.StartsWith(summary, change.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void New_figures_beside_a_new_period_are_told_after_it()
    {
        var change = ChangeDescriber.Describe(
            Version.Of("There were 10,200 referrals in 2023/24, of which 44% led to a plan."),
            Version.Of("There were 11,400 referrals in 2024/25, of which 41% led to a plan."));

        Assert.Equal(ChangeType.NewPeriod, change.Type);
        Assert.Equal("New period 2024/25 (was 2023/24); number 10,200 became 11,400; number 44% became 41%", change.Summary);
    }

    [Fact]
    public void A_figure_that_moves_to_where_last_years_stood_is_paired_by_its_place()
    {
        var change = ChangeDescriber.Describe(
            Version.Of("Police recorded 391 knife offences in 2024, up from 350 in 2023."),
            Version.Of("Police recorded 420 knife offences in 2025, up from 391 in 2024."));

        Assert.Equal("New period 2025 (was 2024); number 391 became 420; number 350 became 391", change.Summary);
    }

    [Fact]
    public void An_earlier_period_is_a_correction_of_the_text_and_no_new_one() =>
        Assert.Equal(
            ChangeType.Substantive,
            ChangeDescriber.Describe(Version.Of("Figures for 2024/25 by area."), Version.Of("Figures for 2023/24 by area.")).Type);

    [Fact]
    public void A_period_added_to_a_standing_page_is_a_new_release()
    {
        var page = "Tables by quarter.\n\n- April to June 2025\n- July to September 2025";
        var before = Version.Line("Children missing from care", page, "2025-08-14");

        var change = ChangeDescriber.Describe(before, before with { Text = page + "\n- October to December 2025" });

        Assert.Equal(ChangeType.NewPeriod, change.Type);
        Assert.Equal("New period October to December 2025 (was July to September 2025)", change.Summary);
    }

    [Theory]
    [InlineData("2024-10-31", "2025-10-30", "Yearly figures by area.", "NewPeriod")]
    [InlineData("2025-05-01", "2025-05-15", "Figures by area.", "NewPeriod")]
    [InlineData("2025-05-01", "2025-05-08", "Weekly figures by area.", "NewPeriod")]
    [InlineData("2025-05-01", "2025-05-08", "Figures by area.", "DateCorrection")]
    [InlineData("2025-11-20", "2025-11-26", "Figures by area.", "DateCorrection")]
    [InlineData("2025-11-20", "2025-07-10", "Figures by area.", "DateCorrection")]
    [InlineData("2025-11-20", "2025-11-20", "Figures by area.", "Nothing")]
    public void The_date_of_a_standing_line_tells_a_new_release_from_a_correction(string before, string after, string text, string type)
    {
        var change = ChangeDescriber.Describe(Version.Line("Children in need", text, before), Version.Line("Children in need", text, after));

        Assert.Equal(type, $"{change.Type}");
        Assert.Equal(type == "NewPeriod", change.Substantive);
    }

    [Fact]
    public void Both_dates_are_said()
    {
        var line = Version.Line("Children in need", "Figures by area.", "2025-11-20");

        Assert.Equal(
            "Published date corrected from 20 November 2025 to 26 November 2025.",
            ChangeDescriber.Describe(line, line with { Published = Version.On("2025-11-26") }).Summary);
        Assert.Equal(
            "New release of 19 November 2026 (the last was of 20 November 2025)",
            ChangeDescriber.Describe(line, line with { Published = Version.On("2026-11-19") }).Summary);
    }

    [Fact]
    public void A_corrected_date_with_other_numbers_makes_news()
    {
        var line = Version.Line("Children in need", "In all, 404,310 children were in need.", "2025-11-20");

        var change = ChangeDescriber.Describe(line, line with { Text = "In all, 403,090 children were in need.", Published = Version.On("2025-11-26") });

        Assert.Equal(ChangeType.Substantive, change.Type);
        Assert.Equal("Number 404,310 became 403,090", change.Summary);
    }

    [Fact]
    public void A_month_made_exact_is_no_other_date()
    {
        var line = Version.Line("Children in need", "Figures by area.", "2025-11-20");
        var month = new PublishedDate(new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month);

        Assert.Equal(ChangeType.Nothing, ChangeDescriber.Describe(line with { Published = month }, line).Type);
    }

    [Fact]
    public void A_page_that_stands_for_itself_is_not_new_for_another_date()
    {
        var page = Version.Of("Guidance on home visits.") with { Published = Version.On("2024-11-20") };

        Assert.Equal(ChangeType.DateCorrection, ChangeDescriber.Describe(page, page with { Published = Version.On("2025-11-20") }).Type);
    }

    [Theory]
    [InlineData("Statistics on children in need of help.", "Yearly statistics on children who need help, with counts by area, age, ethnicity, disability and reason.")]
    [InlineData("", "Yearly statistics on the children that councils look after.")]
    [InlineData("Outcomes from the survey of 2019.", "Outcomes from the survey.")]
    public void Other_words_about_a_series_are_silent(string before, string after)
    {
        var change = ChangeDescriber.Describe(Version.Line("Children in need", before, "2025-11-20"), Version.Line("Children in need", after, "2025-11-20"));

        Assert.Equal(ChangeType.Wording, change.Type);
        Assert.False(change.Substantive);
    }
}
