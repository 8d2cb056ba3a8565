using DigestWorker.Classifying;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Classifying;

public sealed class KindClassifierTests
{
    [Theory]
    [InlineData("Sexual offences against children up 15% in a year", "Police recorded 38,400 offences in 2022/23.", Kind.Statistics)]
    [InlineData("Children in need: reporting year 2023", "There were 403,090 children in need at 31 March 2023.", Kind.Statistics)]
    [InlineData("One in four teenagers has been bullied online, survey finds", "", Kind.Statistics)]
    [InlineData("National Referral Mechanism statistics, April to June 2025", "5,690 potential victims were referred.", Kind.Statistics)]
    [InlineData("Fostering in England 1 April 2013 to 31 March 2014", "", Kind.Statistics)]
    [InlineData("Childline counselling sessions about abuse", "Counsellors held 9,200 sessions, up from 7,900 the year before.", Kind.Statistics)]
    [InlineData("Keeping children safe in education 2025", "The updated statutory guidance comes into force on 1 September 2025.", Kind.Guidance)]
    [InlineData("Neglect toolkit for practitioners", "A revised toolkit and screening checklist.", Kind.Guidance)]
    [InlineData("Procedures manual: amendments for spring", "Six chapters have been updated.", Kind.Guidance)]
    [InlineData("What schools need to know about the new attendance rules", "", Kind.Guidance)]
    [InlineData("Father jailed for the murder of his son", "He was sentenced at the crown court to life.", Kind.News)]
    [InlineData("New chief executive appointed", "She will start in the summer.", Kind.News)]
    [InlineData("Safeguarding Week: book now for our webinars", "", Kind.News)]
    [InlineData("Campaign asks the public to speak up", "Posters go up across the county today.", Kind.News)]
    [InlineData("Council sets budget", "Council tax will go up by 4.99%.", Kind.News)]
    [InlineData("Green Lane to close for a week", "", Kind.News)]
    [InlineData("Serious incident notifications: financial year 2027-28", "What local authorities sent to the panel.", Kind.Statistics)]
    [InlineData("Parents sent for help after the ban", "Police made 365 referrals in the year to March, an increase of a tenth.", Kind.Statistics)]
    [InlineData("Harm by oneself: new pathway for nurses", "It is used from Monday.", Kind.Guidance)]
    [InlineData("A letter to parents about blackmail", "Please read this with your child.", Kind.Guidance)]
    [InlineData("Odd socks for Anti-Bullying Week", "Schools can use free resources.", Kind.News)]
    [InlineData("£40 million to help young people who struggle", "Ministers announced the money today.", Kind.News)]
    [InlineData("7 minute briefing: marks on babies", "Learning from a local review.", Kind.Guidance)]
    public void Title_and_summary_tell_the_kind(string title, string summary, Kind kind) =>
        Assert.Equal(kind, KindClassifier.Classify(null, Texts.Reading(title, summary)).Kind);

    [Theory]
    [InlineData("Write down the words that were used. Never promise to keep them to yourself. Listen, and leave the asking to others.", Kind.Guidance)]
    [InlineData("Don’t ask leading questions. Tell the lead the same day. Keep the bedding as it is.", Kind.Guidance)]
    [InlineData("She recorded what was said. He never promised anything. They asked the child what had happened.", Kind.News)]
    [InlineData("See our other pages. Call us at any time. Book a place.", Kind.News)]
    public void Sentences_that_tell_the_reader_what_to_do_make_guidance_of_what_never_calls_itself_so(string text, Kind kind) =>
        Assert.Equal(kind, KindClassifier.Classify(null, Texts.Reading("When a pupil confides in you", text)).Kind);

    [Theory]
    [InlineData("official_statistics", Kind.Statistics)]
    [InlineData("national_statistics", Kind.Statistics)]
    [InlineData("Official Statistics", Kind.Statistics)]
    [InlineData("Accredited official statistics", Kind.Statistics)]
    [InlineData("ad_hoc_statistics", Kind.Statistics)]
    [InlineData("Management information", Kind.Statistics)]
    [InlineData("procedures", Kind.Guidance)]
    [InlineData("statutory_guidance", Kind.Guidance)]
    [InlineData("Statutory guidance", Kind.Guidance)]
    [InlineData("detailed_guide", Kind.Guidance)]
    [InlineData("news_story", Kind.News)]
    [InlineData("Speech", Kind.News)]
    public void The_publishers_word_goes_before_the_text(string documentType, Kind kind)
    {
        var label = KindClassifier.Classify(documentType, Texts.Reading("Guidance, statistics and a campaign", "Figures rose by 12%."));

        Assert.Equal(kind, label.Kind);
        Assert.Equal([$"the publisher calls it \"{documentType}\""], label.Because);
    }

    [Theory]
    [InlineData("Official Statistics: School exclusions", Kind.Statistics, "Official Statistics:")]
    [InlineData("Statutory guidance: Prevent duty", Kind.Guidance, "Statutory guidance:")]
    [InlineData("Press release: 20% more social workers", Kind.News, "Press release:")]
    public void A_title_may_begin_with_the_publishers_word(string title, Kind kind, string quoted)
    {
        var label = KindClassifier.Classify("Publication", Texts.Reading(title));

        Assert.Equal(kind, label.Kind);
        Assert.Equal([$"the title begins \"{quoted}\""], label.Because);
    }

    [Fact]
    public void A_feeds_category_of_news_does_not_hide_new_figures()
    {
        var label = KindClassifier.Classify("News", Texts.Reading("Grooming crimes up 82% in five years", "Police recorded 6,350 offences."));

        Assert.Equal(Kind.Statistics, label.Kind);
    }

    [Fact]
    public void The_reasons_name_the_signs_and_their_places()
    {
        var label = KindClassifier.Classify(null, Texts.Reading("Statutory guidance on searching", "It comes into force in September."));

        Assert.Equal(["\"statutory guidance\" in the title", "\"comes into force\" in the summary"], label.Because);
    }

    [Fact]
    public void Without_a_sign_it_is_news_and_says_so() =>
        Assert.Equal(["no new figures or instructions"], KindClassifier.Classify(null, Texts.Reading("Hello")).Because);
}
