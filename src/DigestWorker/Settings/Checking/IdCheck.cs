using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

/// <summary>Ids of topics, roles and kinds: how a new one is spelled, and whether one that is named exists.</summary>
internal static class IdCheck
{
    public static IEnumerable<SettingsMistake> UnknownRows(string path, IEnumerable<string> ids, string what, IReadOnlyCollection<string> known) =>
        ids.SelectMany((id, index) => Unknown(SettingsPath.Join(path, index), id, what, known));

    public static IEnumerable<SettingsMistake> UnknownKeys(string path, IEnumerable<string> ids, string what, IReadOnlyCollection<string> known) =>
        ids.SelectMany(id => Unknown(SettingsPath.Join(path, id), id, what, known));

    public static IEnumerable<SettingsMistake> Unknown(string path, string id, string what, IReadOnlyCollection<string> known)
    {
        if (!known.Contains(id, StringComparer.Ordinal))
        {
            yield return new SettingsMistake(path, $"{Quoted.Text(id)} is not a {what}; {DidYouMean.Words(id, known)}");
        }
    }

    public static IEnumerable<SettingsMistake> Spelling(string path, string id)
    {
        if (!id.Split('-').All(IsWord))
        {
            yield return new SettingsMistake(
                path, $"the id {Quoted.Text(id)} must be lower-case letters and digits joined by hyphens, such as \"online-safety\"");
        }
    }

    /// <summary>An id of the admin's own choice, which is part of no text.</summary>
    public static IEnumerable<SettingsMistake> Word(string path, string id)
    {
        if (id.Length == 0 || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            yield return new SettingsMistake(path, $"the id {Quoted.Text(id)} must be letters, digits and hyphens, such as \"durham-leads\"; write what people read as Name");
        }
    }

    /// <summary>What is built in has a name already; an id without one is new, or a slip of the pen.</summary>
    public static IEnumerable<SettingsMistake> Name(string path, string id, string? name, IReadOnlyCollection<string> named)
    {
        var near = name is null ? DidYouMean.Nearest(id, named) : null;
        var write = $"write one, since {Quoted.Text(id)} is not built in";
        return TextCheck.Needed($"{path}:Name", name, near is null ? write : $"{write}; or did you mean {Quoted.Text(near)}?");
    }

    private static bool IsWord(string part) => part.Length > 0 && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));
}
