using System.Buffers.Binary;
using System.Text;

namespace DigestWorker.Delivering.NameService;

/// <summary>A question for the TXT records of a name, and the reading of the answer (RFC 1035 §4). What is malformed is no answer.</summary>
internal static class TxtQuery
{
    private const int HeaderLength = 12, MostNames = 128, LongestName = 253, LongestLabel = 63, MostAnswers = 200;

    private const ushort Txt = 16, Internet = 1, RecursionWanted = 0x0100, IsResponse = 0x8000, IsCutOff = 0x0200, CodeMask = 0x000F;

    /// <param name="name">ASCII, without a dot at its end.</param>
    public static byte[] Write(ushort id, string name)
    {
        var question = Name(name);
        var bytes = new byte[HeaderLength + question.Length + 4];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, id);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), RecursionWanted);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), 1);
        question.CopyTo(bytes, HeaderLength);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(HeaderLength + question.Length), Txt);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(HeaderLength + question.Length + 2), Internet);
        return bytes;
    }

    /// <returns>Null for what is no answer to this question.</returns>
    public static TxtAnswer? Read(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> query)
    {
        if (answer.Length < query.Length || !answer[..2].SequenceEqual(query[..2]))
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(answer[2..]);
        var isOurs = (flags & IsResponse) != 0 && BinaryPrimitives.ReadUInt16BigEndian(answer[4..]) == 1
            && Encoding.ASCII.GetString(answer[HeaderLength..query.Length]).Equals(Encoding.ASCII.GetString(query[HeaderLength..]), StringComparison.OrdinalIgnoreCase);
        var count = BinaryPrimitives.ReadUInt16BigEndian(answer[6..]);
        return !isOurs || count > MostAnswers ? null : (flags & CodeMask) switch
        {
            0 => (flags & IsCutOff) != 0 ? new TxtAnswer([]) { IsCutOff = true } : Records(answer, query.Length, count),
            3 => new TxtAnswer([]),
            _ => null,
        };
    }

    private static TxtAnswer? Records(ReadOnlySpan<byte> answer, int at, int count)
    {
        var records = new List<string>();
        for (var record = 0; record < count; record++)
        {
            at = AfterName(answer, at);
            if (at < 0 || at + 10 > answer.Length)
            {
                return null;
            }

            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(answer[at..]), BinaryPrimitives.ReadUInt16BigEndian(answer[(at + 8)..]));
            at += 10;
            if (at + length > answer.Length)
            {
                return null;
            }

            if (type == Txt)
            {
                records.Add(Strings(answer.Slice(at, length)));
            }

            at += length;
        }

        return new TxtAnswer(records);
    }

    // Receivers join the strings of one record without a space (RFC 7208 §3.3).
    private static string Strings(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        while (data.Length > 0 && data[0] < data.Length)
        {
            text.Append(Encoding.UTF8.GetString(data.Slice(1, data[0])));
            data = data[(data[0] + 1)..];
        }

        return text.ToString();
    }

    private static int AfterName(ReadOnlySpan<byte> answer, int at)
    {
        for (var labels = 0; labels < MostNames && at >= 0 && at < answer.Length; labels++)
        {
            switch (answer[at])
            {
                case 0:
                    return at + 1;
                case >= 0xC0:
                    return at + 2;
                default:
                    at += answer[at] + 1;
                    break;
            }
        }

        return -1;
    }

    private static byte[] Name(string name)
    {
        var labels = name.Split('.');
        if (name.Length > LongestName || labels.Any(label => label.Length is 0 or > LongestLabel))
        {
            throw new ArgumentException($"'{name}' is no name of the DNS.", nameof(name));
        }

        return [.. labels.SelectMany(label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length)), 0];
    }
}

/// <param name="Records">The text of each record; empty where there is none.</param>
internal sealed record TxtAnswer(IReadOnlyList<string> Records)
{
    /// <summary>It did not fit into a datagram; a connection has to be used.</summary>
    public bool IsCutOff { get; init; }
}
