using System.Collections.Frozen;

namespace DigestWorker.Classifying;

/// <summary>Names of this field that are ordinary words too: they count only where the text spells them as the name.</summary>
internal static class NameSpelling
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["aces"] = "ACE",
        ["channel"] = "Channel",
        ["mash"] = "MASH",
        ["prevent"] = "Prevent",
        ["sen"] = "SEN",
        ["send"] = "SEND",
        ["spice"] = "Spice",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string phrase) => Names.GetValueOrDefault(phrase, phrase);
}
