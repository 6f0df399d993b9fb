using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>What the form of an organisation holds, as typed, and what someone else has saved meanwhile.</summary>
public sealed record OrganisationForm(string? Name, string? Website, string? Email, string? Telephone, int Version)
{
    /// <summary>The organisation as it is now, when it moved since the form was read.</summary>
    public Organisation? Meanwhile { get; init; }

    /// <summary>What is there; or what was typed and refused, beside what is there when someone else has saved since.</summary>
    public static OrganisationForm Of(Organisation organisation, int version, OrganisationForm? typed) => typed is null
        ? new(organisation.Name, organisation.Website, organisation.Email, organisation.Telephone, version)
        : typed with { Version = version, Meanwhile = typed.Version == version ? null : organisation };

    public EditOrganisation.Input Input => new(Name, Website, Email, Telephone, Version);
}
