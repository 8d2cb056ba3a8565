namespace DigestWorker.Pipeline.Website;

/// <param name="Name">Below the folder, with a slash before a file within another one.</param>
internal sealed record PublicFile(string Name, string Text);
