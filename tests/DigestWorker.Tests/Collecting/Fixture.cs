using System.Text;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting;

/// <summary>Small answers in the shape of real ones, written for these tests.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Collecting", name));

    public static Answer Answer(string name) => new(Bytes(name), "application/json", new Uri("https://www.example.org/answer"));

    public static Answer Said(string json) => new(Encoding.UTF8.GetBytes(json), "application/json", new Uri("https://www.example.org/answer"));
}
