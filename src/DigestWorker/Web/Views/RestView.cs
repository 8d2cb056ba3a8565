using DigestWorker.Composing.Viewing;

namespace DigestWorker.Web.Views;

/// <summary>What a digest had no room for.</summary>
/// <param name="About">How many there are, and of which week.</param>
/// <param name="Back">Where the digest itself is.</param>
internal sealed record RestView(string About, string Back, IReadOnlyList<OneLinerView> Releases);
