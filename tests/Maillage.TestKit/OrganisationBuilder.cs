using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.TestKit;

/// <summary>The differences of one organisation from the ordinary one.</summary>
public sealed class OrganisationBuilder(int number)
{
    private string _name = $"Lycée professionnel {number}";
    private OrganisationKind _kind = OrganisationKind.LyceePro;
    private string[] _sectors = [TestData.SectorCode];
    private Action<Organisation>? _rest;

    public OrganisationBuilder Named(string name)
    {
        _name = name;
        return this;
    }

    public OrganisationBuilder OfKind(OrganisationKind kind)
    {
        _kind = kind;
        return this;
    }

    public OrganisationBuilder InSectors(params string[] sectors)
    {
        _sectors = sectors;
        return this;
    }

    /// <summary>Anything that has no word of its own here.</summary>
    public OrganisationBuilder With(Action<Organisation> rest)
    {
        _rest += rest;
        return this;
    }

    internal Organisation Build()
    {
        var organisation = new Organisation
        {
            Slug = Slug.From(_name),
            Name = _name,
            FoldedName = FoldedText.Of(_name),
            Kind = _kind,
            Status = OrganisationStatus.Public,
            RegionCode = "52",
            Provenance = TestData.Provenance,
            UpdatedAt = TestData.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sectors = [.. _sectors.Select(code => new OrganisationSector { SectorCode = code })],
        };
        _rest?.Invoke(organisation);
        return organisation;
    }
}
