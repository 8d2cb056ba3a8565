using DigestWorker.Classifying;
using DigestWorker.Classifying.Figures;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying.Figures;

public sealed class FigureExtractorTests
{
    [Theory]
    [InlineData("Police logged 7,062 offences last year.", 7062, FigureUnit.Count)]
    [InlineData("There were 2.4 million victims.", 2_400_000, FigureUnit.Count)]
    [InlineData("Half a million children need help.", 500_000, FigureUnit.Count)]
    [InlineData("It reached a quarter of a million pupils.", 250_000, FigureUnit.Count)]
    [InlineData("Three quarters of a million people wrote.", 750_000, FigureUnit.Count)]
    [InlineData("Calls passed 34k in March.", 34_000, FigureUnit.Count)]
    [InlineData("Sixteen teenagers were arrested.", 16, FigureUnit.Count)]
    [InlineData("Twenty-one children were moved.", 21, FigureUnit.Count)]
    [InlineData("Reports rose by 44% in a year.", 44, FigureUnit.Percent)]
    [InlineData("Reports rose by six per cent.", 6, FigureUnit.Percent)]
    [InlineData("The share is up 1.5 percentage points.", 1.5, FigureUnit.Percent)]
    [InlineData("Some 16pc of pupils said so.", 16, FigureUnit.Percent)]
    [InlineData("One in four children were bullied.", 0.25, FigureUnit.Ratio)]
    [InlineData("One child in five avoids it.", 0.2, FigureUnit.Ratio)]
    [InlineData("One pupil in every 50 was excluded.", 0.02, FigureUnit.Ratio)]
    [InlineData("About 1 woman in 10 was asked.", 0.1, FigureUnit.Ratio)]
    [InlineData("7 in 10 teachers agreed.", 0.7, FigureUnit.Ratio)]
    [InlineData("Two thirds of referrals were closed.", 2.0 / 3, FigureUnit.Ratio)]
    [InlineData("The fund holds £62.6m.", 62_600_000, FigureUnit.Gbp)]
    [InlineData("Fines rise to £160 each.", 160, FigureUnit.Gbp)]
    [InlineData("The youngest victim was aged 5.", 5, FigureUnit.Age)]
    public void A_number_that_counts_something_is_read_with_its_unit(string sentence, double value, FigureUnit unit)
    {
        var figure = Assert.Single(Of(sentence));

        Assert.Equal((unit, sentence), (figure.Unit, figure.Quotation));
        Assert.Equal(value, figure.Value, 6);
    }

    [Fact]
    public void The_sentence_of_a_figure_ends_with_its_paragraph_in_a_summary_too()
    {
        var entry = An.Entry("Referrals", summary: "Most are older, and 11% of referrals involve county lines.\n\nA child who carries drugs is a child in need.\n\nPoints:\n\n- see 26 children\n- write it down");

        Assert.Equal(
            ["Most are older, and 11% of referrals involve county lines.", "- see 26 children"],
            FigureExtractor.Extract(Reading.Of(entry, "Example")).Select(figure => figure.Quotation).Order(StringComparer.Ordinal).Reverse());
    }

    [Theory]
    [InlineData("Call 0808 800 5000, 116 123, 101 or 999.")]
    [InlineData("Read section 47, Part 3, page 4, paragraphs 12 and 13 and Key Stage 2.")]
    [InlineData("Year 6 pupils and Years 7 to 9 take part.")]
    [InlineData("Published on 12 March 2024 and updated in May 2025, at 9.30am.")]
    [InlineData("The figures for 2016/17, 2023-24 and 2016 to 2017 are out.")]
    [InlineData("It was agreed in 2019 and again in the 1990s.")]
    [InlineData("Help is there 24/7, before and after Covid-19.")]
    [InlineData("Answer within 5 working days, or 28 days, or six weeks.")]
    [InlineData("From Monday 18 to Friday 22 November we look at its themes.")]
    [InlineData("1. Keep a record")]
    [InlineData("See https://example.org/2024/1234 or write to team7@example.org.")]
    [InlineData("It is the 3rd edition; the 19th meeting said so.")]
    [InlineData("Write to PO Box 4120, Sampleton.")]
    [InlineData("Our office is at 112 Upper Mill Street, Sampleton.")]
    [InlineData("21 Beech Avenue")]
    [InlineData("Public enquiries020 7946 0123")]
    [InlineData("The number is 0800 1111 and costs nothing.")]
    [InlineData("The charity was founded in 1889, and meets ISO 9001.")]
    [InlineData("It goes back to the 1833 Act.")]
    [InlineData("Whoever is worried may use 0800 800 5000 at any time.")]
    public void What_counts_nothing_is_no_figure(string sentence) => Assert.Empty(Of(sentence));

    [Theory]
    [InlineData("In 2024 referrals to children's social care fell by 3% to 621,880.", "3 621880")]
    [InlineData("Since 2019 reports have doubled to 391.", "391")]
    [InlineData("During 2024 offences reached 391.", "391")]
    [InlineData("Abuse was a factor in 2000 cases.", "2000")]
    [InlineData("Abuse was a factor in 1756 cases.", "1756")]
    [InlineData("The 1843 referrals came from six areas.", "6 1843")]
    [InlineData("Twenty out of 35 schools were visited.", "35")]
    [InlineData("In London, one in 25 children are homeless.", "0.04")]
    [InlineData("At least 354,000 people are homeless, 1 in 160 people.", "0.00625 354000")]
    [InlineData("It is met in 1 in 1,000 births.", "0.001")]
    [InlineData("Victims were under 18 in 363 cases.", "18 363")]
    [InlineData("On Monday 18 and 20 people were arrested.", "18 20")]
    public void Only_what_is_counted_is_a_figure(string sentence, string values) =>
        Assert.Equal(values, string.Join(' ', Of(sentence).Select(figure => figure.Value).Order().Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("No less than 5,200 children went missing.", Exactness.AtLeast, "No less than 5,200")]
    [InlineData("Not more than 50 children were placed.", Exactness.AtMost, "Not more than 50")]
    [InlineData("The share goes up to 29% for them.", Exactness.Exact, "29%")]
    [InlineData("More than 7,000 offences were logged.", Exactness.AtLeast, "More than 7,000")]
    [InlineData("Almost 40% of pupils agreed.", Exactness.AtMost, "Almost 40%")]
    [InlineData("About 15 offences a day were logged.", Exactness.About, "About 15")]
    [InlineData("Fines of at least £80 apply.", Exactness.AtLeast, "at least £80")]
    [InlineData("There were 391 offences.", Exactness.Exact, "391")]
    public void A_hedge_is_kept_and_printed(string sentence, Exactness exactness, string printed)
    {
        var figure = Assert.Single(Of(sentence));

        Assert.Equal((exactness, printed), (figure.Exactness, figure.Printed));
    }

    [Theory]
    [InlineData("The cost is put at between £1.6 and £3.2 billion.", "between £1.6 and £3.2 billion", 1.6e9, 3.2e9)]
    [InlineData("The cost is put at £1.6-3.2bn.", "£1.6-3.2bn", 1.6e9, 3.2e9)]
    [InlineData("It concerns 1.2 to 1.5 million children.", "1.2 to 1.5 million", 1.2e6, 1.5e6)]
    [InlineData("Between 10 and 15% of children were absent.", "Between 10 and 15%", 10, 15)]
    [InlineData("Six to eight per cent of children were absent.", "Six to eight per cent", 6, 8)]
    [InlineData("Around 10 to 15% of children were absent.", "Around 10 to 15%", 10, 15)]
    [InlineData("Rates ranging from 10 to 15% were found.", "10 to 15%", 10, 15)]
    public void Both_ends_of_a_span_are_printed_as_the_span(string sentence, string printed, double low, double high) =>
        Assert.Equal([(low, printed), (high, printed)], Of(sentence).Select(figure => (figure.Value, figure.Printed)).Order());

    [Theory]
    [InlineData("At 31 March 2024 it was 49,900. This compares with 50,780 children at 31 March 2023.", 49_900, 50_780)]
    [InlineData("Online grooming crimes reached 7,062, almost double the 3,728 offences recorded in 2017/18.", 7_062, 3_728)]
    [InlineData("The absence rate was 7.1%, which compares with 7.5% the year before.", 7.1, 7.5)]
    [InlineData("There were 621,880 referrals, still below the 655,630 recorded before the pandemic.", 621_880, 655_630)]
    [InlineData("Children missed 299,600 days, up from 260,400 in 2015.", 299_600, 260_400)]
    [InlineData("Referrals reached 6,922, compared with 6,817 in the year before.", 6_922, 6_817)]
    [InlineData("There were 8,800 entrants; a year earlier it was 9,100.", 8_800, 9_100)]
    [InlineData("Cases fell from 1,764 to 1,355.", 1_355, 1_764)]
    [InlineData("The rate is 8%. In 2018-19 it was 6%.", 8, 6)]
    public void The_earlier_figure_is_the_baseline(string sentence, double current, double baseline)
    {
        var figures = Of(sentence);

        Assert.Equal(current, Assert.Single(figures, figure => figure.Standing == Standing.Current).Value);
        Assert.Equal(baseline, Assert.Single(figures, figure => figure.Standing == Standing.Baseline).Value);
    }

    [Theory]
    [InlineData("Offences rose by 44%.", Direction.Up)]
    [InlineData("That is 19% fewer than in 2016.", Direction.Down)]
    [InlineData("Reports are up 82%.", Direction.Up)]
    [InlineData("A fall of 3% was recorded.", Direction.Down)]
    [InlineData("It is 9% more than the year before.", Direction.Up)]
    [InlineData("REPORTS SOARED BY 12%.", Direction.Up)]
    public void A_change_has_its_direction(string sentence, Direction direction) => Assert.Equal(direction, Assert.Single(Of(sentence)).Direction);

    [Theory]
    [InlineData("More cases concern people of 18 to 21 than any other age group.")]
    [InlineData("The survey was of children of 13 to 17.")]
    public void How_old_those_are_who_are_counted_is_their_age(string sentence) =>
        Assert.All(Of(sentence), figure => Assert.Equal((FigureUnit.Age, false), (figure.Unit, figure.Shown)));

    [Theory]
    [InlineData("All 153 local authorities made a return.")]
    [InlineData("The programme drew on data from 42 forces.")]
    [InlineData("The census brings together returns from 152 authorities.")]
    public void How_many_answered_is_not_shown(string sentence) => Assert.All(Of(sentence), figure => Assert.False(figure.Shown));

    [Theory]
    [InlineData("Prices start at just £10 per user and fall with every bulk order.")]
    [InlineData("The conference is open to all for only £245.")]
    [InlineData("Book the course at £95 plus VAT.")]
    public void The_price_of_what_is_advertised_is_not_shown(string sentence) => Assert.False(Assert.Single(Of(sentence)).Shown);

    [Theory]
    [InlineData("A part-time nursery place now costs £158 a week.")]
    [InlineData("Councils spent £2,400 a place.")]
    public void What_a_thing_costs_is_shown(string sentence) => Assert.True(Assert.Single(Of(sentence)).Shown);

    [Theory]
    [InlineData("Upland, downtown and fallow areas had 44% of the cases.")]
    [InlineData("The Rosewood centre had 44% of the cases.")]
    [InlineData("Up to 44% of the cases were made up.")]
    public void A_word_that_only_looks_like_a_change_gives_no_direction(string sentence) => Assert.Null(Assert.Single(Of(sentence)).Direction);

    [Theory]
    [InlineData("In the year to March 2025 there were 391 offences.", "2024/25")]
    [InlineData("In the year ending June 2025 there were 391 offences.", "to-2025-06")]
    [InlineData("From January to March 2024 there were 391 referrals.", "2024-Q1")]
    [InlineData("In the second quarter of 2024 there were 391 referrals.", "2024-Q2")]
    [InlineData("There were 391 suspensions in 2022/23.", "2022/23")]
    [InlineData("There were 391 deaths in 2021.", "2021")]
    [InlineData("In the first half of 2022 there were 391 webpages.", "2022-01-06")]
    [InlineData("There were 391 webpages in the second half of 2022.", "2022-07-12")]
    [InlineData("There were 391 calls in the first half of 2022/23.", "2022-04-09")]
    [InlineData("In the six months to September 2022 there were 391 calls.", "2022-04-09")]
    [InlineData("There were 391 calls in the three months ending June 2022.", "2022-Q2")]
    [InlineData("There were 391 calls in the 12 months to June 2022.", "to-2022-06")]
    [InlineData("There were 391 calls in the six months to March 2022.", null)]
    [InlineData("There were 391 offences between 1 April 2023 and 31 March 2024.", "2023/24")]
    [InlineData("There were 391 offences from October 2023 to September 2024.", "to-2024-09")]
    [InlineData("There were 391 offences from January 2024 to December 2024.", "2024")]
    [InlineData("There were 391 offences from 1 April to 30 June 2024.", "2024-Q2")]
    [InlineData("There were 391 offences in Quarter 1 2024/25.", "2024-Q2")]
    [InlineData("There were 391 offences in the fourth quarter of 2024/25.", "2025-Q1")]
    [InlineData("There were 391 suspensions in the autumn term 2022/23.", "2022/23 autumn term")]
    [InlineData("There were 391 suspensions in the autumn and spring terms of 2022/23.", "2022/23 autumn and spring terms")]
    public void A_figure_has_its_period(string sentence, string? period) => Assert.Equal(period, Assert.Single(Of(sentence)).Period);

    [Theory]
    [InlineData("In 2024, police recorded 7,062 offences, up from 6,350 in 2023.", "2024")]
    [InlineData("Up from 6,350 in 2022/23, police recorded 7,062 offences in 2023/24.", "2023/24")]
    [InlineData("The unit gave support in 7,062 cases in 2019, which is 10 per cent fewer than in 2018 but close to the average.", "2019")]
    [InlineData("Police recorded 7,062 offences in 2024, 12% more than the 6,350 offences recorded in 2023/24.", "2024")]
    [InlineData("Since 2012/13 the number has doubled to 7,062 in 2017.", "2017")]
    [InlineData("Police recorded more than 7,062 online grooming offences in 2024/25.", "2024/25")]
    [InlineData("Data from 39 forces in 2024/25 show 7,062 offences.", "2024/25")]
    [InlineData("Police recorded offences against 7,062 children in 2016/17.", "2016/17")]
    [InlineData("Crimes against children aged under 16 rose to 7,062 in 2024.", "2024")]
    [InlineData("A drop in referrals from 391 schools in 2024 left 7,062 of them.", "2024")]
    [InlineData("Follow-up reports from 391 schools in 2024 show 7,062 referrals.", "2024")]
    [InlineData("Referrals fell 3% from 7,140 in 2023 to 7,062 in 2024.", "2024")]
    [InlineData("It was 7,062 in 2024, up 12% from the 6,350 offences in 2022/23.", "2024")]
    [InlineData("A rise in offences from 6,350 in 2023 to 7,062 in 2024 was recorded.", "2024")]
    [InlineData("There were 7,062 offences.", null)]
    [InlineData("There were 7,062 offences, twice as many as in 2012.", null)]
    [InlineData("There were 7,062 offences from October 2023 to March 2025.", null)]
    public void A_period_that_is_compared_with_is_not_that_of_the_figure(string sentence, string? period) =>
        Assert.Equal(period, Of(sentence).Single(figure => figure.Value == 7062).Period);

    [Fact]
    public void What_is_counted_follows_the_number() =>
        Assert.Equal("online grooming offences", Assert.Single(Of("Police logged 7,062 online grooming offences in the year.")).What);

    [Fact]
    public void What_those_who_are_counted_did_is_not_what_is_counted() =>
        Assert.Equal("local authorities", Assert.Single(Of("All 153 local authorities sent in figures.")).What);

    [Fact]
    public void Children_in_need_are_not_just_children() =>
        Assert.Equal("children in need", Assert.Single(Of("There were 399,460 children in need in March.")).What);

    [Theory]
    [InlineData("One in five children tells nobody, the survey found.", true)]
    [InlineData("A fifth of children tell nobody, the survey found.", false)]
    public void One_in_so_many_is_shown_and_a_part_told_in_passing_is_not(string sentence, bool shown) =>
        Assert.Equal(shown, Assert.Single(Of(sentence)).Shown);

    [Fact]
    public void A_value_told_twice_is_one_figure_and_the_telling_ones_stand_first()
    {
        var figures = FigureExtractor.Extract(Texts.Reading(
            "Online grooming offences up by 44%",
            "Police recorded 5,653 offences.",
            "Police recorded 5,653 offences against children in 2016/17, up 44% in a year.\n\nTwo officers spoke. The survey asked 2,025 children."));

        Assert.Equal([5653, 44], figures.Where(figure => figure.Shown).Select(figure => figure.Value).Take(2).OrderByDescending(value => value));
        Assert.Single(figures, figure => figure.Value == 5653);
        Assert.DoesNotContain(figures, figure => figure is { Shown: true, Value: 2 });
        Assert.True(figures.Count(figure => figure.Shown) <= 8);
    }

    /// <summary>The facts of five articles on offences against children, in our words: each of their figures is found.</summary>
    [Theory]
    [InlineData("Forces recorded 5,653 sexual offences against children with an online side, a rise of 44% and about 15 a day.", "5653 44 15")]
    [InlineData("Thirteen was the commonest age; the youngest victim was 3.", "13 3")]
    [InlineData("Parents were fined for 299,600 absences, up from 260,400; that is 15% more.", "299600 260400 15")]
    [InlineData("Of these, 153,350 were for holidays, up 16% from 132,700.", "153350 16 132700")]
    [InlineData("The helpline took 68,000 contacts, 77% more than the 38,400 before, and 6,350 referrals, up 82%.", "68000 77 38400 6350 82")]
    [InlineData("There were 34,000 crimes in six years; 5,500 of them in one, and 1 in 4 victims were of primary age; girls were 83% of 21,000.", "34000 5500 0.25 83 21000")]
    [InlineData("Of 150 apps 26% and 47% of platforms were named, and 7 in 10 offences took place on them.", "150 26 47 0.7")]
    public void The_seeds_figures_are_found(string sentence, string values) =>
        Assert.Superset(
            values.Split(' ').Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(),
            Of(sentence).Select(figure => figure.Value).ToHashSet());

    [Fact]
    public void A_number_far_above_the_other_end_has_not_its_scale() =>
        Assert.Equal([850, 1_200_000], Of("Calls rose from 850 to 1.2 million.").Select(figure => figure.Value).Order());

    [Fact]
    public void A_movement_is_no_span() =>
        Assert.Equal("92%", Of("Attendance fell from 95 to 92% in 2023/24.").Single(figure => figure.Standing == Standing.Current).Printed);

    [Fact]
    public void A_number_within_a_ratio_is_no_figure_of_its_own() =>
        Assert.Equal(0.01, Assert.Single(Of("About one in 100 children of the county was on a plan.")).Value);

    [Fact]
    public void What_answers_add_up_to_is_exact_and_what_girls_made_up_did_not_rise()
    {
        Assert.Equal((7062, Exactness.Exact), Of("The answers of all forces add up to 7,062 offences.").Select(figure => (figure.Value, figure.Exactness)).Single());
        Assert.Null(Assert.Single(Of("Girls made up 81% of the children.")).Direction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u202e\u200b\u200d1\u200b2\u200b3")]
    [InlineData("٣٤٥ حالة و 四百 件")]
    [InlineData("<b><<1>>>&#49;&lt;</b>")]
    [InlineData("99999999999999999999999999999999999999999999,999,999,999")]
    [InlineData("1.2.3.4.5.6 ,,,,1,,,2 %%% £££ 1%%")]
    public void Odd_input_gives_a_result(string text) =>
        Assert.All(Of(text), figure => Assert.True(double.IsFinite(figure.Value)));

    private static IReadOnlyList<Figure> Of(string sentence) => FigureExtractor.Extract(Texts.Reading("", "", sentence));
}
