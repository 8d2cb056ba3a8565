using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

/// <summary>The digest's own words, as the language guides of the field ask: no word that blames or hides, nothing loud.</summary>
public sealed partial class WordsOfTheDigestTests
{
    public static TheoryData<string> Templates() =>
        [.. Directory.GetFiles(Composer.TemplateFolder, "*.hbs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Composer.TemplateFolder, file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Templates))]
    public void A_template_holds_no_banned_word(string template)
    {
        Assert.DoesNotMatch(Banned(), WordsOf(File.ReadAllText(Path.Combine(Composer.TemplateFolder, template))));
    }

    [Theory]
    [InlineData("child porn")]
    [InlineData("child pornography")]
    [InlineData("child prostitute")]
    [InlineData("had sex with a child")]
    [InlineData("kiddie")]
    [InlineData("commit suicide")]
    [InlineData("the alleged victim admitted")]
    [InlineData("Read more here!")]
    [InlineData("read this article")]
    public void These_words_would_be_found(string words) => Assert.Matches(Banned(), words);

    [Fact]
    public void What_the_program_words_itself_holds_none_either()
    {
        Assert.All(SampleWeek.Roles, role =>
        {
            var request = SampleWeek.For(role, "Kent") with { UnreadSources = ["Ofsted news"] };
            var digest = Composer.Compose(request with { Window = request.Window with { First = true } });
            Assert.DoesNotMatch(Banned(), digest.Subject);
            Assert.DoesNotMatch(Banned(), MailText.OfHtml(digest.Html));
            Assert.DoesNotMatch(Banned(), digest.Text);
        });
    }

    /// <summary>A template without its expressions, comments and markup.</summary>
    private static string WordsOf(string template) => NotWords().Replace(template, " ");

    [GeneratedRegex(
        @"child(ren)? porn|kiddie|prostitut|\bsex\b|sex with|underage|commit(ted)? suicide|admitted|alleged victim|paedo\b|" +
        @"promiscuous|lifestyle choice|at risk youth|click here|read more|\b(article|newsletter|user|item)s?\b|!",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Banned();

    [GeneratedRegex(@"\{\{.*?\}\}|<!--.*?-->|<style>.*?</style>|<[^>]*>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex NotWords();
}
