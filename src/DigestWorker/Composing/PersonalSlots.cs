namespace DigestWorker.Composing;

/// <summary>
/// Places in a rendered profile that take a person's own lines. A slot is the name between two private-use characters,
/// which text from a source never holds (it is cleaned of them).
/// </summary>
internal static class PersonalSlots
{
    public const char Open = '\uE000';
    public const char Close = '\uE001';

    public const string WhyYouGetThis = "why";

    public const string Notice = "notice";

    public const string Token = "token";

    public static string Mark(string slot) => $"{Open}{slot}{Close}";

    /// <returns>The rendered text in order, with the names of the slots between its parts.</returns>
    public static IEnumerable<(string Text, bool IsSlot)> Split(string rendered) =>
        rendered.Split(Open, Close).Select((text, at) => (text, at % 2 == 1));

    public static string Fill(string rendered, string slot, string line) =>
        rendered.Replace(Mark(slot), line, StringComparison.Ordinal);
}
