using Maillage.Network.Campuses;
using Maillage.Shared;

namespace Maillage.TestKit;

/// <summary>The differences of one campus from the ordinary one.</summary>
public sealed class CampusBuilder(int number)
{
    private readonly List<LabelPeriod> _labels = [];
    private string _name = $"Campus {number}";
    private string? _slug;
    private string? _shortName;
    private string _sector = TestData.SectorCode;
    private string[] _regions = ["52"];
    private string[] _academies = ["17"];
    private CampusStatus _status = CampusStatus.Labelled;
    private ExcellenceClaim _excellence = ExcellenceClaim.Unknown;
    private Campus? _successor;
    private Action<Campus>? _rest;

    public CampusBuilder Named(string name, string? shortName = null)
    {
        (_name, _shortName) = (name, shortName);
        return this;
    }

    public CampusBuilder At(string slug)
    {
        _slug = slug;
        return this;
    }

    /// <summary>INSEE codes of its régions académiques, the leading one first.</summary>
    public CampusBuilder In(params string[] regions)
    {
        _regions = regions;
        return this;
    }

    public CampusBuilder UnderAcademies(params string[] academies)
    {
        _academies = academies;
        return this;
    }

    public CampusBuilder InSector(string sector)
    {
        _sector = sector;
        return this;
    }

    public CampusBuilder WithStatus(CampusStatus status, Campus? successor = null)
    {
        (_status, _successor) = (status, successor);
        return this;
    }

    public CampusBuilder ClaimedExcellent()
    {
        _excellence = ExcellenceClaim.Yes;
        return this;
    }

    public CampusBuilder Labelled(string start, int? years = null, LabelCategory category = LabelCategory.Campus) =>
        Labelled(TestData.Label(start, years, category));

    public CampusBuilder Labelled(LabelPeriod period)
    {
        _labels.Add(period);
        return this;
    }

    /// <summary>Anything that has no word of its own here.</summary>
    public CampusBuilder With(Action<Campus> rest)
    {
        _rest += rest;
        return this;
    }

    internal Campus Build()
    {
        var campus = new Campus
        {
            Slug = _slug ?? Slug.From(_name),
            SectorCode = _sector,
            SectorIsOfficial = false,
            Status = _status,
            SuccessorId = _successor?.CampusId,
            ExcellenceClaim = _excellence,
            Provenance = TestData.Provenance,
            UpdatedAt = TestData.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Names = [new CampusName { Name = _name, ShortName = _shortName, Provenance = TestData.Provenance }],
            Regions = [.. _regions.Select((code, position) => new CampusRegion { RegionCode = code, Position = position })],
            Academies = [.. _academies.Select((code, position) => new CampusAcademie { AcademieCode = code, Position = position })],
            LabelPeriods = _labels,
        };
        _rest?.Invoke(campus);
        return campus;
    }
}
