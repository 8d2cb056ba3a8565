using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DigestWorker.Storage.Moving;

/// <summary>Says whether two tables hold the same rows, in whatever order each gives them: their number, and the sum of their hashes.</summary>
internal sealed class RowSum
{
    private readonly ulong[] _sum = new ulong[4];
    private readonly ArrayBufferWriter<byte> _row = new();

    public long Rows { get; private set; }

    public string Hash => string.Concat(_sum.Select(part => part.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)));

    public void Add(object?[] values)
    {
        _row.ResetWrittenCount();
        foreach (var value in values)
        {
            Write(value);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.WrittenSpan, hash);
        for (var at = 0; at < _sum.Length; at++)
        {
            _sum[at] = unchecked(_sum[at] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(8 * at)..]));
        }

        Rows++;
    }

    // Each value with its kind and length, so that no two rows look alike.
    private void Write(object? value)
    {
        var (kind, bytes) = value switch
        {
            null => ((byte)0, []),
            long number => ((byte)1, BitConverter.GetBytes(number)),
            double number => ((byte)2, BitConverter.GetBytes(number)),
            byte[] blob => ((byte)3, blob),
            var text => ((byte)4, Encoding.UTF8.GetBytes((string)text)),
        };
        _row.Write([kind]);
        _row.Write(BitConverter.GetBytes(bytes.Length));
        _row.Write(bytes);
    }
}
