using System.Collections.Concurrent;
using System.Text.Json;
using Maillage.Messages.Delivery;
using MimeKit;

namespace Maillage.TestKit;

/// <summary>A real mail server on the loopback, which keeps what it is given; the name of a recipient says how it behaves.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private Peer _peer = null!;

    /// <summary>All that it has taken until now, in order.</summary>
    public async Task<IReadOnlyList<MimeMessage>> TakenAsync()
    {
        await _peer.CatchUpAsync();
        return [.. _taken];
    }

    /// <summary>How the product reaches it.</summary>
    public MailSettings Settings => new() { Host = "127.0.0.1", Port = _peer.Port, Security = MailSecurity.None, From = "maillage@example.org" };

    public static async Task<MailServer> StartAsync()
    {
        var server = new MailServer();
        server._peer = await Peer.StartAsync("smtp.mjs", line =>
        {
            using var json = JsonDocument.Parse(line);
            using var source = new MemoryStream(json.RootElement.GetProperty("source").GetBytesFromBase64());
            server._taken.Enqueue(MimeMessage.Load(source));
        });
        return server;
    }

    /// <summary>The first message to an address that was not asked for yet, as soon as it has come.</summary>
    public async Task<MimeMessage> WaitForAsync(string recipient, int number = 1)
    {
        var until = DateTime.UnixEpoch.AddMilliseconds(Environment.TickCount64) + Patience;
        while (DateTime.UnixEpoch.AddMilliseconds(Environment.TickCount64) < until)
        {
            if (_taken.Where(message => message.To.Mailboxes.Any(mailbox => mailbox.Address == recipient)).Skip(number - 1).FirstOrDefault() is { } found)
            {
                return found;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"No message number {number} to {recipient}; {_taken.Count} came in all.");
    }

    public ValueTask DisposeAsync() => _peer.DisposeAsync();
}

public static class MailParts
{
    /// <summary>The address that the button of a message opens: the first one in its plain text.</summary>
    public static Uri Link(this MimeMessage message) =>
        new(message.TextBody!.Split('\n', StringSplitOptions.TrimEntries).First(line => line.StartsWith("http", StringComparison.Ordinal)));
}
