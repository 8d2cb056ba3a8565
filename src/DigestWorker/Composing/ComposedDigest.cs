namespace DigestWorker.Composing;

/// <summary>A rendered digest. Personal lines stand as slots (see <see cref="PersonalSlots"/>), so one profile serves many.</summary>
internal sealed record ComposedDigest(string Subject, string Text, string Html);
