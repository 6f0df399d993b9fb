using Maillage.Shared;

namespace Maillage.Network.Organisations.Editing;

/// <summary>What prevents an organisation from being changed.</summary>
public static class OrganisationProblems
{
    public static readonly Problem NameMissing = new("network.organisation.name_missing", Organisation.NameMaxLength) { Field = "name" };

    public static readonly Problem WebsiteWrong = new("network.organisation.website_wrong") { Field = "website" };

    public static readonly Problem EmailWrong = new("network.organisation.email_wrong") { Field = "email" };

    public static readonly Problem TelephoneWrong = new("network.organisation.telephone_wrong") { Field = "telephone" };

    /// <summary>Someone else has saved it since it was read.</summary>
    public static readonly Problem ChangedMeanwhile = new("network.organisation.changed_meanwhile");

    /// <summary>As many links as one organisation needs are open already.</summary>
    public static readonly Problem TooManyLinks = new("network.organisation.too_many_links", CorrectionLinks.Most);
}
