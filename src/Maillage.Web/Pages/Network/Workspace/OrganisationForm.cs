using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>What the form of an organisation holds, as typed, and what someone else has saved meanwhile.</summary>
public sealed record OrganisationForm(string? Name, string? Website, string? Email, string? Telephone, int Version)
{
    /// <summary>The organisation as it is now, when it moved since the form was read.</summary>
    public Organisation? Meanwhile { get; init; }

    public static OrganisationForm Of(Organisation organisation, int version) =>
        new(organisation.Name, organisation.Website, organisation.Email, organisation.Telephone, version);

    public EditOrganisation.Input Input => new(Name, Website, Email, Telephone, Version);
}
