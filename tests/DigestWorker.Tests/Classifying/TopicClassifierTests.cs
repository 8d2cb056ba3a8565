using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying;

public sealed class TopicClassifierTests
{
    private static readonly TopicClassifier Topics = new(DefaultTopics.All);

    [Theory]
    [InlineData("Online grooming crimes against children up by 82%", "online-grooming online-safety")]
    [InlineData("IWF annual report: child sexual abuse imagery at record level", "child-abuse-imagery online-safety")]
    [InlineData("Sharing nudes and semi-nudes: advice for schools", "child-on-child-abuse online-safety")]
    [InlineData("Children looked after in England, year ending March 2023", "children-in-care")]
    [InlineData("Children missing education: statutory guidance", "attendance")]
    [InlineData("Return home interviews for children who go missing", "missing-children")]
    [InlineData("Self-neglect and hoarding: multi-agency guidance", "adult-safeguarding")]
    [InlineData("Modern slavery: National Referral Mechanism statistics", "modern-slavery")]
    [InlineData("County lines and cuckooing: a guide for landlords", "child-criminal-exploitation")]
    [InlineData("Child sexual exploitation: definition and a guide", "child-sexual-exploitation")]
    [InlineData("DBS checks: changes to filtering rules", "safer-recruitment")]
    [InlineData("Knife crime and serious violence among teenagers", "youth-violence")]
    [InlineData("Offences of child cruelty and neglect double", "neglect physical-abuse")]
    [InlineData("Forced marriage and female genital mutilation figures", "harmful-practices")]
    [InlineData("Prevent duty guidance", "radicalisation")]
    [InlineData("SEND: education, health and care plans", "send")]
    [InlineData("EYFS: new rules for nurseries and childminders", "early-years")]
    [InlineData("Smoking, drinking and drug use among young people", "substance-misuse")]
    [InlineData("Seven golden rules for information sharing", "information-sharing")]
    [InlineData("Domestic abuse: coercive control offences", "domestic-abuse")]
    [InlineData("Suicide prevention and self-harm in schools", "mental-health")]
    [InlineData("Cyberbullying in secondary schools", "bullying online-safety")]
    [InlineData("Local child safeguarding practice review published", "practice-reviews")]
    [InlineData("Working together to safeguard children 2023", "multi-agency-working")]
    [InlineData("Keeping children safe in education 2027", "multi-agency-working safer-recruitment")]
    [InlineData("What to do if you're worried a child is being abused: advice for practitioners", "multi-agency-working")]
    [InlineData("Exploitation of adults: fifteen minutes for your team", "adult-safeguarding")]
    [InlineData("Sexting: a letter to parents", "child-on-child-abuse online-safety")]
    [InlineData("Serious incidents at nurseries: what to report to the inspectorate", "early-years")]
    [InlineData("Conspiracy theories and fake news are named as harms", "online-safety")]
    [InlineData("Violence between pupils: what teachers see", "youth-violence")]
    [InlineData("Drug gangs recruit before the holidays", "child-criminal-exploitation")]
    [InlineData("Coaches are to be in a position of trust", "child-sexual-abuse")]
    [InlineData("Marriage at 16 comes to an end", "harmful-practices")]
    [InlineData("Abused by a partner: who told the police", "domestic-abuse")]
    [InlineData("Past Cases Review: what was found", "practice-reviews")]
    [InlineData("Council agrees its budget", "")]
    [InlineData("Sandbags will be handed out", "")]
    public void A_title_gives_its_topics(string title, string topics) =>
        Assert.Equal(topics.Split(' ', StringSplitOptions.RemoveEmptyEntries), Ids(Texts.Reading(title)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("SEND: what parents told us", "send")]
    [InlineData("Please send your answers", "")]
    [InlineData("The duty under Prevent", "radicalisation")]
    [InlineData("How to prevent accidents", "")]
    [InlineData("Spice on the streets", "substance-misuse")]
    [InlineData("Spending on spice racks", "")]
    public void A_name_that_is_an_ordinary_word_counts_only_as_a_name(string title, string topics) =>
        Assert.Equal(topics, string.Join(' ', Ids(Texts.Reading(title))));

    [Theory]
    [InlineData("A keyboard for gaming on your smartphone", "Free delivery.", "")]
    [InlineData("A keyboard for gaming on your smartphone", "What to tell pupils who ask for one.", "online-safety")]
    [InlineData("In absence of a debugger", "How to write code without one.", "")]
    [InlineData("Online safety", "The platforms answer the regulator.", "online-safety")]
    public void Everyday_words_tell_of_a_topic_only_where_the_text_speaks_of_people(string title, string summary, string topics) =>
        Assert.Equal(topics, string.Join(' ', Ids(Texts.Reading(title, summary))));

    [Fact]
    public void Of_a_source_that_is_about_a_topic_everyday_words_are_enough() =>
        Assert.Equal(["online-safety"], Topics.Classify(Texts.Reading("Gaming on your smartphone"), ["online-safety"]).Select(label => label.Id));

    [Fact]
    public void One_phrase_in_the_opening_is_enough_where_nothing_is_clearer()
    {
        Assert.Equal(["domestic-abuse"], Ids(Texts.Reading("What changed in September", "", "There is a new section on domestic abuse.\n\nRead it.")));
        Assert.Equal(["attendance"], Ids(Texts.Reading("School attendance rules", "Absence codes change.", "There is a line on domestic abuse.")));
    }

    [Fact]
    public void Hints_without_a_phrase_that_names_the_topic_are_not_enough()
    {
        Assert.Empty(Ids(Texts.Reading("Missing documents on the digital platform", "Phones, apps and websites with missing pages.")));
    }

    [Fact]
    public void A_word_in_a_list_is_not_a_topic()
    {
        const string List = "Topics of the day.\n\n- bullying\n- forced marriage\n- county lines";

        Assert.Empty(Ids(Texts.Reading("A conference", "", List)));
    }

    [Fact]
    public void What_stands_under_every_page_gives_no_topic()
    {
        const string Content = "The road will be closed.\n\nWe use cookies. Related content: online grooming, child sexual abuse, county lines.";

        Assert.Empty(Ids(Texts.Reading("Road closure", "", Content)));
    }

    [Fact]
    public void Kinds_of_abuse_of_adults_do_not_get_the_topics_of_harm_to_children()
    {
        var label = Assert.Single(Labels(Texts.Reading("Safeguarding adults: neglect and physical abuse in care homes", "Figures on adult abuse.")));

        Assert.Equal("adult-safeguarding", label.Id);
        Assert.Contains("rather than neglect", label.Because);
    }

    [Fact]
    public void A_particular_harm_goes_before_the_system_as_a_whole()
    {
        var label = Assert.Single(Labels(Texts.Reading("Multi-agency protocol on child neglect", "How partners respond to neglected children.")));

        Assert.Equal("neglect", label.Id);
        Assert.Contains("rather than multi-agency working", label.Because);
    }

    [Fact]
    public void A_companion_says_whom_it_goes_with()
    {
        var labels = Labels(Texts.Reading("Grooming offences", "", "Sexual communication with a child."));

        Assert.Equal(["goes with online grooming"], Assert.Single(labels, label => label.Id == "online-safety").Because);
    }

    [Fact]
    public void The_reasons_quote_the_phrases_and_their_places()
    {
        var label = Assert.Single(Labels(Texts.Reading("County lines arrests", "Cuckooing is rising.", "", "Example Gangs Unit")));

        Assert.Equal(["\"county lines\" in the title", "\"cuckooing\" in the summary", "\"gangs\" in the publisher's name"], label.Because);
    }

    [Fact]
    public void The_sources_topics_tip_the_scale_but_need_a_sign()
    {
        var reading = Texts.Reading("This term's changes", "", "Teachers asked about alternative provision.");

        Assert.Empty(Topics.Classify(reading, []));
        var hinted = Assert.Single(Topics.Classify(reading, ["attendance", "bullying"]));
        Assert.Equal("attendance", hinted.Id);
        Assert.Contains("the source is about it", hinted.Because);
    }

    [Fact]
    public void No_more_than_four_topics_are_given_and_the_surest_comes_first()
    {
        var labels = Labels(Texts.Reading(
            "Bullying, forced marriage, county lines, truancy, self-harm, adoption and knife crime", "Bullying, above all."));

        Assert.Equal(4, labels.Count);
        Assert.Equal("bullying", labels[0].Id);
        Assert.Equal(labels.OrderByDescending(label => label.Score), labels);
    }

    [Fact]
    public void The_admins_own_topics_are_found_by_the_admins_own_phrases()
    {
        var own = new TopicClassifier([new Topic("water", "water safety", new Dictionary<string, double> { ["open water"] = 4, ["lifeguards"] = 2 }, Sensitive: false)]);

        Assert.Equal(["water"], own.Classify(Texts.Reading("Open-water swimming"), []).Select(label => label.Id));
        Assert.Empty(new TopicClassifier([]).Classify(Texts.Reading("Open-water swimming"), []));
    }

    private static IReadOnlyList<TopicLabel> Labels(Reading reading) => Topics.Classify(reading, []);

    private static IEnumerable<string> Ids(Reading reading) => Labels(reading).Select(label => label.Id);
}
