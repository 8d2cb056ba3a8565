using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>What people see of a cell.</summary>
internal static class Cells
{
    /// <summary>Without what stands around it unseen: spreadsheets and mail programs leave spaces that do not break and marks of no width.</summary>
    public static string Seen(string text)
    {
        var (first, last) = (0, text.Length - 1);
        while (first <= last && IsUnseen(text[first]))
        {
            first++;
        }

        while (last >= first && IsUnseen(text[last]))
        {
            last--;
        }

        return text[first..(last + 1)];
    }

    /// <returns>The one that stands in a cell beside something else, such as a name; null where there is none.</returns>
    public static string? AddressIn(string cell) => cell.Split(' ', '<', '>', '(', ')', '[', ']', ',', ';', ':', '"', '\'').FirstOrDefault(EmailAddress.IsBare);

    private static bool IsUnseen(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
