using DigestWorker.Domain;

namespace DigestWorker.Tests.Settings;

public sealed class RecipeTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "Sources:0:Recipe: is missing; write one of dfe-find-statistics, trix-amendments, nspcc-learning, iwf-news, csa-centre, or Selectors for this page")]
    [InlineData(""", "Recipe": "trix-amendment" """, "Sources:0:Recipe: \"trix-amendment\" is not a recipe; did you mean \"trix-amendments\"?")]
    [InlineData(""", "Selectors": { "Title": "h3" } """, "Sources:0:Selectors:Item: is missing; write the CSS selector of what one entry stands in, such as \"main li:has(h3)\"")]
    [InlineData(""", "Selectors": { "Item": "li[" } """, "Sources:0:Selectors:Item: \"li[\" stands here; write a CSS selector, such as \"main li h3 a\"")]
    [InlineData(""", "Recipe": "iwf-news", "Selectors": { "Date": "..date" } """, "Sources:0:Selectors:Date: \"..date\" stands here; write a CSS selector, such as \"main li h3 a\"")]
    [InlineData(""", "Selectors": { "Item": "li", "Titel": "h3" } """, "Sources:0:Selectors:Titel: the key \"Titel\" is not known here; did you mean \"Title\"?")]
    [InlineData(""", "Selectors": "li" """, "Sources:0:Selectors: \"li\" stands here; write an object, between { and }")]
    public void A_listing_page_without_good_selectors_is_a_mistake(string keys, string mistake) =>
        Assert.Contains(mistake, _folder.Refuse(Settings(keys)));

    [Theory]
    [InlineData("feed", """, "Recipe": "iwf-news" """, "Sources:0:Recipe: \"iwf-news\" stands here; only a source of kind page-list is read by a recipe; drop it or change Kind")]
    [InlineData("page", """, "Selectors": { "Item": "li" } """, "Sources:0:Selectors: only a source of kind page-list is read by selectors; drop them or change Kind")]
    public void Other_kinds_have_no_recipe(string kind, string keys, string mistake) =>
        Assert.Equal([mistake], _folder.Refuse(Settings(keys, kind)));

    [Fact]
    public void Own_selectors_go_over_those_of_the_recipe()
    {
        var source = Assert.Single(_folder.Accept(Settings(""", "Recipe": "trix-amendments", "Selectors": { "DateHeading": "h4", "Summary": "p" } """)).Sources);

        Assert.Equal(new PageRecipe { Item = "h2 ~ h3", DateHeading = "h4", Summary = "p", DocumentType = "procedures" }, source.Recipe);
    }

    [Fact]
    public void A_recipe_of_ones_own_serves_any_number_of_sources()
    {
        var source = Assert.Single(_folder.Accept($$"""
            {
              "Recipes": { "partnership": { "Item": ".news li", "Title": "h3" } },
              "Sources": [{ "Name": "A", "Kind": "page-list", "Url": "https://example.org/a", "Recipe": "partnership" }]
            }
            """).Sources);

        Assert.Equal(new PageRecipe { Item = ".news li", Title = "h3" }, source.Recipe);
    }

    [Fact]
    public void A_built_in_recipe_can_be_mended_and_a_broken_one_is_told() =>
        Assert.Equal(
            [
                "Recipes:iwf-news:Item: \"li:[\" stands here; write a CSS selector, such as \"main li h3 a\"",
                "Recipes:Our_News: the id \"Our_News\" must be lower-case letters and digits joined by hyphens, such as \"online-safety\"",
                "Recipes:Our_News:Item: is missing; write the CSS selector of what one entry stands in, such as \"main li:has(h3)\"",
            ],
            _folder.Refuse("""{ "Recipes": { "iwf-news": { "Item": "li:[" }, "Our_News": { "Title": "h3" } } }"""));

    [Fact]
    public void The_full_text_is_fetched_only_where_the_row_says_so()
    {
        Assert.True(Assert.Single(_folder.Accept(Settings(""", "FullText": true """, "feed")).Sources).FullText);
        Assert.False(Assert.Single(_folder.Accept(Settings("", "feed")).Sources).FullText);
    }

    private static string Settings(string keys, string kind = "page-list") =>
        $$"""{ "Sources": [{ "Name": "A", "Url": "https://example.org/a", "Kind": "{{kind}}"{{keys}} }] }""";
}
