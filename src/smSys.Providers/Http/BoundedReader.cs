using System;
using System.IO;
using System.Threading;

namespace smSys.Providers.Http;

/// <summary>Reads an answer up to a limit, so that no provider can fill the sandbox's memory.</summary>
internal static class BoundedReader
{
    /// <summary>Null when the stream holds more than <paramref name="limit"/> bytes.</summary>
    /// <exception cref="EndOfStreamException">It holds less than was announced.</exception>
    public static byte[]? Read(Stream stream, long? announced, int limit, CancellationToken cancellation)
    {
        if (announced > limit)
        {
            return null;
        }

        byte[] buffer = new byte[announced is long length ? Math.Max((int)length, 1) : 16 * 1024];
        int filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                if (filled >= limit || filled == announced)
                {
                    break;
                }

                Array.Resize(ref buffer, Math.Min(limit, buffer.Length * 2));
            }

            int read = stream.ReadAsync(buffer, filled, buffer.Length - filled, cancellation).GetAwaiter().GetResult();
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        if (announced > filled)
        {
            throw new EndOfStreamException("The answer broke off after " + filled + " of " + announced + " bytes.");
        }

        if (filled >= limit && stream.ReadAsync(new byte[1], 0, 1, cancellation).GetAwaiter().GetResult() > 0)
        {
            return null;
        }

        Array.Resize(ref buffer, filled);
        return buffer;
    }
}
