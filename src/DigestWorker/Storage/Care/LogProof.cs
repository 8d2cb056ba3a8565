using System.Buffers.Binary;

namespace DigestWorker.Storage.Care;

/// <summary>
/// Whether a write-ahead log can be read to its end (sqlite.org/fileformat2.html#walformat). SQLite says nothing of a frame that is
/// damaged: it goes on as if neither it nor any transaction after it had ever been.
/// </summary>
internal static class LogProof
{
    private const int HeaderLength = 32, FrameHeaderLength = 24, LeastPage = 512, MostPage = 65536;

    // The lowest bit says in which order the words of a checksum stand.
    private const uint Magic = 0x377f0682;

    /// <returns>How many transactions that were complete cannot be read; a log that is not there has lost none.</returns>
    public static int Lost(string database)
    {
        var first = Count(database + "-wal");
        // Somebody may be writing: what is damaged stays so.
        return first == 0 ? 0 : Math.Min(first, Count(database + "-wal"));
    }

    private static int Count(string log)
    {
        if (!File.Exists(log))
        {
            return 0;
        }

        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        var header = new byte[HeaderLength];
        return stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength ? 0 : new Walk(header).Count(stream);
    }

    private sealed class Walk
    {
        private byte[] _salts;
        private readonly bool _bigEndian;
        private readonly byte[] _frame;
        private (uint A, uint B) _sum;
        private bool _broken;

        public Walk(byte[] header)
        {
            var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
            var page = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
            _bigEndian = (magic & 1) == 1;
            _sum = Add((0, 0), header.AsSpan(0, 24));
            _broken = (magic & ~1u) != Magic || !Stands(header.AsSpan(24)) || page is < LeastPage or > MostPage;
            _salts = header[16..24];
            _frame = new byte[FrameHeaderLength + (page is < LeastPage or > MostPage ? 4096 : page)];
        }

        public int Count(Stream stream)
        {
            var lost = 0;
            var follow = _broken;
            while (stream.ReadAtLeast(_frame, _frame.Length, throwOnEndOfStream: false) == _frame.Length)
            {
                // With a damaged head, what the first frame says tells which others belong to it.
                _salts = follow ? _frame[8..16] : _salts;
                follow = false;

                // Frames of an earlier round of the log are left behind the newest one.
                if (!_broken && !_frame.AsSpan(8, 8).SequenceEqual(_salts))
                {
                    _broken = true;
                    continue;
                }

                _broken = _broken || !IsRead();
                lost += _broken && IsEnd() ? 1 : 0;
            }

            return lost;
        }

        private bool IsRead()
        {
            _sum = Add(Add(_sum, _frame.AsSpan(0, 8)), _frame.AsSpan(FrameHeaderLength));
            return Stands(_frame.AsSpan(16, 8));
        }

        // The last frame of a transaction says how large the database is then.
        private bool IsEnd() => _frame.AsSpan(8, 8).SequenceEqual(_salts) && BinaryPrimitives.ReadUInt32BigEndian(_frame.AsSpan(4)) > 0;

        private bool Stands(ReadOnlySpan<byte> sum) =>
            BinaryPrimitives.ReadUInt32BigEndian(sum) == _sum.A && BinaryPrimitives.ReadUInt32BigEndian(sum[4..]) == _sum.B;

        private (uint A, uint B) Add((uint A, uint B) sum, ReadOnlySpan<byte> bytes)
        {
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                unchecked
                {
                    sum.A += Word(bytes) + sum.B;
                    sum.B += Word(bytes[4..]) + sum.A;
                }
            }

            return sum;
        }

        private uint Word(ReadOnlySpan<byte> bytes) => _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
