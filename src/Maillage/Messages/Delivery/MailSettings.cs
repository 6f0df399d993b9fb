namespace Maillage.Messages.Delivery;

/// <summary>How the connection to the mail server is kept from being read.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted as soon as the server offers it; refused otherwise.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>In clear: a server on the same machine.</summary>
    None,
}

/// <summary>The mail server, from the <c>Mail</c> section of the configuration. Messages wait until it is set.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>Name of the server; nothing is sent while it is empty.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Address from which messages come.</summary>
    public string From { get; set; } = "ne-pas-repondre@localhost.localdomain";

    /// <summary>Seconds that the server is given for one message, whatever it does.</summary>
    public int PatienceSeconds { get; set; } = 120;

    internal TimeSpan Patience => TimeSpan.FromSeconds(PatienceSeconds);

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);
}
