using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Maillage.Messages.Delivery;

/// <summary>What became of a message that was handed to the mail server.</summary>
public enum PostOutcome
{
    Delivered,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Certainly not taken, but perhaps later.</summary>
    NotTaken,

    /// <summary>Handed over, and no answer came.</summary>
    Uncertain,
}

/// <summary>One connection to the mail server (SMTP, RFC 5321), opened at the first message and again when it breaks.</summary>
public sealed class Post(IOptions<MailSettings> settings) : IAsyncDisposable
{
    private readonly SmtpClient _client = new() { Timeout = (int)TimeSpan.FromSeconds(60).TotalMilliseconds };

    /// <summary>Whether the server answers; opens the connection when it does.</summary>
    public async Task<bool> IsReachedAsync(CancellationToken ct)
    {
        if (_client is { IsConnected: true })
        {
            return true;
        }

        var mail = settings.Value;
        try
        {
            await _client.ConnectAsync(mail.Host ?? "", mail.Port, mail.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, ct);
            if (!string.IsNullOrEmpty(mail.User))
            {
                await _client.AuthenticateAsync(mail.User, mail.Password ?? "", ct);
            }

            return true;
        }
        catch (Exception exception) when (IsOfTheServer(exception, ct) || exception is AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            await CloseAsync();
            return false;
        }
    }

    /// <returns>What became of it, and the server's own words.</returns>
    public async Task<(PostOutcome Outcome, string? Reply)> SendAsync(OutgoingMessage message, WrittenMessage written, CancellationToken ct)
    {
        var handing = new Handing();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Value.Patience);
        try
        {
            var reply = await _client.SendAsync(Envelope(message, written), patience.Token, handing);
            return (PostOutcome.Delivered, reply);
        }
        catch (SmtpCommandException refusal)
        {
            // The server has answered: 4xx asks for later, 5xx is its last word; either way it has not taken the message.
            return ((int)refusal.StatusCode >= 500 ? PostOutcome.Refused : PostOutcome.NotTaken, refusal.Message);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SmtpProtocolException or ServiceNotConnectedException or IOException or System.Net.Sockets.SocketException or TimeoutException)
        {
            await CloseAsync();
            return (handing.HasBegun ? PostOutcome.Uncertain : PostOutcome.NotTaken, exception.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _client.Dispose();
    }

    private MimeMessage Envelope(OutgoingMessage message, WrittenMessage written)
    {
        var from = MailboxAddress.Parse(settings.Value.From);
        from.Name = "Maillage";
        var mime = new MimeMessage
        {
            Subject = written.Subject,
            // The same each time that this one is sent: who receives it twice can tell.
            MessageId = $"{message.OutgoingMessageId:N}@{from.Domain}",
            Date = new DateTimeOffset(message.CreatedAt, TimeSpan.Zero),
            Body = new BodyBuilder { TextBody = written.Text, HtmlBody = written.Html }.ToMessageBody(),
        };
        mime.From.Add(from);
        mime.To.Add(new MailboxAddress(null, message.Recipient));
        mime.Headers.Add("Auto-Submitted", "auto-generated");
        if (written.UnsubscribeAddress is { } unsubscribe)
        {
            mime.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            mime.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return mime;
    }

    private async Task CloseAsync()
    {
        try
        {
            await _client.DisconnectAsync(quit: false);
        }
        catch (Exception exception) when (IsOfTheServer(exception, CancellationToken.None))
        {
            // It was broken already.
        }
    }

    private static bool IsOfTheServer(Exception exception, CancellationToken ct) =>
        exception is IOException or System.Net.Sockets.SocketException or ProtocolException or CommandException or TimeoutException or ServiceNotConnectedException
        || (exception is OperationCanceledException && !ct.IsCancellationRequested);

    /// <summary>Whether any of the message itself was written to the server: before that, it cannot have taken it.</summary>
    private sealed class Handing : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
