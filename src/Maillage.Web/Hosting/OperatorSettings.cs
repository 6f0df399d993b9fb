namespace Maillage.Web.Hosting;

/// <summary>What the operator says of itself, from the <c>Operator</c> section of the configuration; empty until set.</summary>
public sealed class OperatorSettings
{
    public const string Section = "Operator";

    /// <summary>Who publishes the site: name of the service, shown in the footer and the legal notice.</summary>
    public string? Publisher { get; set; }

    /// <summary>Who hosts it: name and address.</summary>
    public string? Host { get; set; }

    /// <summary>E-mail address or page where to write to the publisher.</summary>
    public string? Contact { get; set; }

    /// <summary>Public address of the site, <c>https://…</c>, to which messages lead; where it listens when nothing is said.</summary>
    public string? Address { get; set; }

    /// <summary>
    /// <c>dsfr</c>, the State's design system, reserved to its services, or <c>neutral</c> for any other operator.
    /// </summary>
    public string Theme { get; set; } = StateTheme;

    /// <summary>Whatever is not the State's own theme is neutral: a slip of the pen must not claim what is reserved.</summary>
    public bool IsNeutral => !string.Equals(Theme, StateTheme, StringComparison.OrdinalIgnoreCase);

    private const string StateTheme = "dsfr";
}
