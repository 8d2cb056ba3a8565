namespace DigestWorker.Composing;

/// <summary>A rendered digest. Personal lines stand as slots (see <see cref="PersonalSlots"/>), so one profile serves many.</summary>
/// <param name="Selection">What was rendered, after the size limit had its say.</param>
internal sealed record ComposedDigest(string Subject, string Text, string Html, DigestSelection Selection);
