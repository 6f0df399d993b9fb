using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Maillage.Web.Verbs.Benches;

/// <summary>
/// Asks one address again and again over a few kept connections, with as little work of its own as it can: it shares its
/// processors with the server that it measures.
/// </summary>
public sealed class LoadGenerator(Uri server, int connections)
{
    /// <summary>What a signed-in browser sends with each request; none for a visitor.</summary>
    public string? Cookie { get; init; }

    /// <summary>Requests answered per second, and how long the answer took for half and for 99 in 100 of them.</summary>
    public sealed record Figures(double RequestsPerSecond, double MedianMilliseconds, double P99Milliseconds, long BodyBytes);

    /// <param name="path">Address within the server.</param>
    /// <param name="varyHost">Gives each request a host name of its own, so that no answer is found in memory.</param>
    /// <param name="compressed">Asks as browsers do, for a compressed answer.</param>
    /// <param name="duration">How long to measure; a quarter of it is spent warming up before.</param>
    /// <param name="ct">Stops the measure.</param>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public async Task<Figures> RunAsync(string path, bool varyHost, bool compressed, TimeSpan duration, CancellationToken ct)
    {
        var asked = new Asked(path, varyHost, compressed, Cookie);
        await MeasureAsync(asked, duration / 4, ct);
        return await MeasureAsync(asked, duration, ct);
    }

    private async Task<Figures> MeasureAsync(Asked asked, TimeSpan duration, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => AskAsync(asked, number, duration, ct), ct)));
        var seconds = watch.Elapsed.TotalSeconds;
        var times = runs.SelectMany(run => run.Ticks).Order().ToList();
        return new Figures(times.Count / seconds, At(times, 0.5), At(times, 0.99), runs[0].BodyBytes);
    }

    private static double At(List<long> ticks, double share) => Stopwatch.GetElapsedTime(0, ticks[(int)((ticks.Count - 1) * share)]).TotalMilliseconds;

    private async Task<(List<long> Ticks, long BodyBytes)> AskAsync(Asked asked, int number, TimeSpan duration, CancellationToken ct)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, ct);
        var request = asked.Request(server.Authority);
        var buffer = new byte[64 * 1024];
        var ticks = new List<long>();
        var bodyBytes = 0L;
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        for (var count = 0; Stopwatch.GetTimestamp() < until; count++)
        {
            var start = Stopwatch.GetTimestamp();
            await socket.SendAsync(asked.VaryHost ? asked.Request($"bench-{number}-{count}-{start}") : request, SocketFlags.None, ct);
            bodyBytes = await ReadAsync(socket, buffer, asked.Path, ct);
            ticks.Add(Stopwatch.GetTimestamp() - start);
        }

        return (ticks, bodyBytes);
    }

    private sealed record Asked(string Path, bool VaryHost, bool Compressed, string? Cookie)
    {
        public byte[] Request(string host) => Encoding.ASCII.GetBytes(
            $"GET {Path} HTTP/1.1\r\nHost: {host}\r\n{(Compressed ? "Accept-Encoding: br\r\n" : "")}{(Cookie is null ? "" : $"Cookie: {Cookie}\r\n")}User-Agent: maillage-bench\r\n\r\n");
    }

    private static async Task<long> ReadAsync(Socket socket, byte[] buffer, string path, CancellationToken ct)
    {
        var held = 0;
        int headEnd;
        while ((headEnd = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8)) < 0)
        {
            held += await ReceiveAsync(socket, buffer.AsMemory(held), ct);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, headEnd);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path}: {head[..head.IndexOf('\r', StringComparison.Ordinal)]}");
        }

        long read = held - headEnd - 4;
        const string lengthHeader = "\r\nContent-Length: ";
        var at = head.IndexOf(lengthHeader, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            var value = head.AsSpan(at + lengthHeader.Length);
            var end = value.IndexOf('\r');
            var length = long.Parse(end < 0 ? value : value[..end], System.Globalization.CultureInfo.InvariantCulture);
            while (read < length)
            {
                read += await ReceiveAsync(socket, buffer, ct);
            }

            return length;
        }

        // Chunked: one request at a time, so the answer ends where what was received ends with the last chunk.
        while (!buffer.AsSpan(0, held).EndsWith("\r\n0\r\n\r\n"u8))
        {
            if (held > buffer.Length / 2)
            {
                buffer.AsSpan(held - 16, 16).CopyTo(buffer);
                held = 16;
            }

            var received = await ReceiveAsync(socket, buffer.AsMemory(held), ct);
            (held, read) = (held + received, read + received);
        }

        return read;
    }

    private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> buffer, CancellationToken ct)
    {
        var received = await socket.ReceiveAsync(buffer, SocketFlags.None, ct);
        return received > 0 ? received : throw new InvalidOperationException("The server closed the connection.");
    }
}
