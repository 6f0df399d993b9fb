using System.Text.Json.Serialization;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;

namespace Maillage.Web.Api;

/// <summary>A qualification, where it only needs to be told from another.</summary>
public record QualificationName
{
    internal QualificationName(QualificationRecord qualification, ApiRequest request)
    {
        Slug = qualification.Slug;
        Name = qualification.Name;
        Level = qualification.Level;
        DiplomaType = qualification.DiplomaType;
        Cfd = qualification.Cfd;
        Rncp = qualification.Rncp;
        Url = request.Address($"/formations/{qualification.Slug}");
    }

    [JsonPropertyOrder(-1)]
    public string Slug { get; }

    [JsonPropertyOrder(-1)]
    public string Name { get; }

    [JsonPropertyOrder(-1)]
    public int Level { get; }

    [JsonPropertyOrder(-1)]
    public DiplomaType? DiplomaType { get; }

    [JsonPropertyOrder(-1)]
    public string? Cfd { get; }

    [JsonPropertyOrder(-1)]
    public string? Rncp { get; }

    [JsonPropertyOrder(-1)]
    public string Url { get; }
}

/// <summary>A diploma or title, and how widely it is prepared.</summary>
public record QualificationItem : QualificationName
{
    internal QualificationItem(QualificationRecord qualification, NationalCatalogue catalogue, ApiRequest request) : base(qualification, request)
    {
        Nsf = qualification.Nsf;
        OpensOn = qualification.OpensOn;
        ClosedOn = qualification.ClosedOn;
        IsCommonFirstYear = qualification.IsCommonFirstYear;
        Sectors = [.. request.Register.Sectors.Where(sector => qualification.SectorCodes.Contains(sector.Code, StringComparer.Ordinal)).Select(CodeName.Of)];
        RomeCodes = qualification.RomeCodes;
        Modes = ModesOf(qualification, catalogue);
        Establishments = PlacesOf(qualification, catalogue);
        Sources = qualification.Sources;
    }

    public string? Nsf { get; }

    public DateOnly? OpensOn { get; }

    public DateOnly? ClosedOn { get; }

    public bool IsCommonFirstYear { get; }

    public IReadOnlyList<CodeName> Sectors { get; }

    public IReadOnlyList<string> RomeCodes { get; }

    public IReadOnlyList<TrainingMode> Modes { get; }

    public int Establishments { get; }

    public IReadOnlyList<string> Sources { get; }

    internal static IReadOnlyList<TrainingMode> ModesOf(QualificationRecord qualification, NationalCatalogue catalogue) =>
        [.. catalogue.OffersOf(qualification).Select(offer => offer.Mode).Distinct().Order()];

    internal static int PlacesOf(QualificationRecord qualification, NationalCatalogue catalogue) =>
        catalogue.OffersOf(qualification).Select(offer => offer.Place.Slug).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>A qualification that can come before or after another, and who says so.</summary>
public sealed record LinkedQualificationItem
{
    internal LinkedQualificationItem(QualificationRecord other, PathwayStep step, ApiRequest request)
    {
        Qualification = new QualificationName(other, request);
        Basis = step.Basis;
        Followers = step.FollowersShown;
        Source = step.Source;
        Licence = step.Licence;
    }

    public QualificationName Qualification { get; }

    public PathwayBasis Basis { get; }

    public int? Followers { get; }

    public string Source { get; }

    public string Licence { get; }
}

/// <summary>Everything known of a qualification.</summary>
public sealed record QualificationDetail : QualificationItem
{
    internal QualificationDetail(QualificationRecord qualification, NationalCatalogue catalogue, ApiRequest request) : base(qualification, catalogue, request)
    {
        Occupations = [.. qualification.RomeCodes.Select(catalogue.Occupation).OfType<OccupationRecord>().Select(row => OccupationName.Of(row, request))];
        Campuses = [.. qualification.CampusSlugs.Select(request.Register.Campus).OfType<Network.Register.CampusRecord>().Select(row => SlugName.Of(row, request))];
        Previous = [.. catalogue.StepsTo(qualification).Select(step => new LinkedQualificationItem(step.From, step, request))];
        Next = [.. catalogue.StepsFrom(qualification).Select(step => new LinkedQualificationItem(step.To, step, request))];
        Enrolment = EnrolmentItem.Of(Catalogue.Offers.Enrolment.Of(catalogue.OffersOf(qualification), schoolYear: null));
    }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<OccupationName> Occupations { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<SlugName> Campuses { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<LinkedQualificationItem> Previous { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<LinkedQualificationItem> Next { get; }

    [JsonPropertyOrder(1)]
    public EnrolmentItem Enrolment { get; }
}
