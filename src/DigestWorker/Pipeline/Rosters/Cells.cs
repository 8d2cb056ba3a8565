using System.Globalization;
using DigestWorker.Delivering;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>What people see of a cell.</summary>
internal static class Cells
{
    /// <summary>Without control characters and what stands around it unseen: spreadsheets and mail programs leave spaces that do not break and marks of no width.</summary>
    public static string Seen(string cell)
    {
        var text = cell.Any(char.IsControl) ? string.Concat(cell.Where(letter => !char.IsControl(letter))) : cell;
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

    /// <summary>In an address no such mark has a meaning.</summary>
    public static string Address(string cell) => cell.Any(IsMark) ? string.Concat(cell.Where(letter => !IsMark(letter))) : cell;

    /// <returns>Whether mail can be sent to it.</returns>
    public static bool IsMailbox(string text) => EmailAddress.IsBare(text) && AddressSpec.Parse(text) is not null;

    /// <returns>What somebody may be known by in a cell that is no address alone; null where there is nothing like it.</returns>
    public static string? AddressIn(string cell) => cell.Split(' ', '<', '>', '(', ')', '[', ']', ',', ';', ':', '"', '\'').FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal));

    private static bool IsUnseen(char letter) => char.IsWhiteSpace(letter) || IsMark(letter);

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
