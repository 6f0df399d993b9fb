using System.Text.Json.Serialization;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Network.Territories;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>An entry of a reference list.</summary>
public sealed record CodeName(string Code, string Name)
{
    public static CodeName Of(Sector sector) => new(sector.Code, sector.Name.Fr);

    public static CodeName Of(AcademicRegion region) => new(region.Code, region.Name);

    public static CodeName Of(Academie academie) => new(academie.Code, academie.Name);
}

/// <summary>The public identifier of a thing, and its name.</summary>
public sealed record SlugName(string Slug, string Name, string Url)
{
    internal static SlugName Of(CampusRecord campus, ApiRequest request) =>
        new(campus.Slug, campus.Name, request.Address($"/campus/{campus.Slug}"));

    internal static SlugName Of(Organisation organisation, ApiRequest request) =>
        new(organisation.Slug, organisation.Name, request.Address($"/organisations/{organisation.Slug}"));
}

/// <summary>A label on a day; without a known period, only its source and the status <c>unknown</c>.</summary>
public sealed record LabelItem
{
    public required LabelState Status { get; init; }

    public LabelCategory? Category { get; init; }

    public LabelScheme? Scheme { get; init; }

    public DateOnly? Start { get; init; }

    public DatePrecision? StartPrecision { get; init; }

    public int? DurationYears { get; init; }

    public DateOnly? End { get; init; }

    public DateOnly? PresumedEnd { get; init; }

    public string? Decision { get; init; }

    public LabelBasis? Basis { get; init; }

    public required string Source { get; init; }

    public static LabelItem Of(LabelPeriod period, DateOnly day) => new()
    {
        Status = period.StateOn(day),
        Category = period.Category,
        Scheme = period.Scheme,
        Start = period.Start.FirstDay,
        StartPrecision = period.Start.Precision,
        DurationYears = period.DurationYears,
        End = period.End,
        PresumedEnd = period.PresumedEnd,
        Decision = period.DecisionReference,
        Basis = period.Basis,
        Source = period.Provenance.Source,
    };

    /// <summary>The label of a campus that day; null when nobody claims one.</summary>
    public static LabelItem? Of(CampusOnDay campus) => campus switch
    {
        { Label: { } period } => Of(period, campus.Day),
        { Campus.IsNamedAsLabelled: true } => new LabelItem { Status = LabelState.Unknown, Source = campus.Campus.Provenance.Source },
        _ => null,
    };
}

/// <summary>Where a campus sits.</summary>
public sealed record SeatItem(double Latitude, double Longitude, string Commune, string CommuneCode, CoordinatePrecision Precision)
{
    internal SeatItem(CampusSeat seat)
        : this(seat.Point.Latitude, seat.Point.Longitude, seat.Commune, seat.CommuneCode.Value, seat.Precision)
    {
    }
}

/// <summary>A campus, with its label on the day asked.</summary>
public record CampusItem
{
    internal CampusItem(CampusOnDay campus, ApiRequest request)
    {
        var record = campus.Campus;
        Slug = record.Slug;
        Name = record.Name;
        ShortName = record.ShortName;
        Sector = CodeName.Of(record.Sector);
        Regions = [.. record.Regions.Select(CodeName.Of)];
        Academies = [.. record.Academies.Select(CodeName.Of)];
        State = campus.State;
        Label = LabelItem.Of(campus);
        Labels = [.. record.LabelPeriods.Select(period => LabelItem.Of(period, campus.Day))];
        Status = record.Status;
        ExcellenceClaim = record.ExcellenceClaim;
        Successor = record.SuccessorSlug is { } slug && request.Register.Campus(slug) is { } successor ? SlugName.Of(successor, request) : null;
        Seat = record.Seat is { } seat ? new SeatItem(seat) : null;
        Website = record.Website;
        Url = request.Address($"/campus/{record.Slug}");
        Confidence = record.Provenance.Confidence;
        Sources = [.. record.Sources];
        AsOf = record.Provenance.AsOf?.ToString();
        UpdatedAt = record.UpdatedAt;
    }

    public string Slug { get; }

    public string Name { get; }

    public string? ShortName { get; }

    public CodeName Sector { get; }

    public IReadOnlyList<CodeName> Regions { get; }

    public IReadOnlyList<CodeName> Academies { get; }

    public LabelState State { get; }

    public LabelItem? Label { get; }

    public IReadOnlyList<LabelItem> Labels { get; }

    public CampusStatus Status { get; }

    public ExcellenceClaim ExcellenceClaim { get; }

    public SlugName? Successor { get; }

    public SeatItem? Seat { get; }

    public string? Website { get; }

    public string Url { get; }

    public Confidence Confidence { get; }

    public IReadOnlyList<string> Sources { get; }

    public string? AsOf { get; }

    public DateTime UpdatedAt { get; }
}

/// <summary>A name that a campus bears or bore.</summary>
public sealed record CampusNameItem(string Name, string? ShortName, string? From, string? Until, string Source);

/// <summary>An axis along which a campus works.</summary>
public sealed record WorkAxisItem(LocalizedText Title, LocalizedText? Description, string Source);

/// <summary>The support institution of a campus; its name is null when it is not recorded here.</summary>
public sealed record HeadInstitutionItem(string Uai, SlugName? Organisation);

/// <summary>The part of an organisation in a campus, and what says so.</summary>
public record ParticipationItem
{
    internal ParticipationItem(Membership membership)
    {
        Role = membership.Role;
        Basis = membership.Basis;
        From = membership.From?.ToString();
        Until = membership.Until?.ToString();
        Source = membership.Provenance.Source;
        AsOf = membership.Provenance.AsOf?.ToString();
        Confidence = membership.Provenance.Confidence;
    }

    public MembershipRole Role { get; }

    public MembershipBasis Basis { get; }

    public string? From { get; }

    public string? Until { get; }

    public string Source { get; }

    public string? AsOf { get; }

    public Confidence Confidence { get; }
}

/// <summary>An organisation in a campus.</summary>
public sealed record MemberItem : ParticipationItem
{
    internal MemberItem(CampusMember member, ApiRequest request) : base(member.Membership)
    {
        Organisation = SlugName.Of(member.Organisation, request);
        Kind = member.Organisation.Kind;
        Uai = member.Organisation.Uai?.Value;
        Commune = member.Organisation.Commune;
    }

    public SlugName Organisation { get; }

    public OrganisationKind Kind { get; }

    public string? Uai { get; }

    public string? Commune { get; }
}

/// <summary>Everything known of a campus.</summary>
public sealed record CampusDetail : CampusItem
{
    internal CampusDetail(CampusOnDay campus, IReadOnlyList<CampusMember> members, HeadInstitutionItem? head, ApiRequest request)
        : base(campus, request)
    {
        var record = campus.Campus;
        SectorIsOfficial = record.SectorIsOfficial;
        Names = [.. record.Names.Select(name => new CampusNameItem(name.Name, name.ShortName, name.From?.ToString(), name.Until?.ToString(), name.Provenance.Source))];
        Presentation = record.Presentation;
        Axes = [.. record.WorkAxes.Select(axis => new WorkAxisItem(axis.Title, axis.Description, axis.Provenance.Source))];
        HeadInstitution = head;
        Members = [.. members.Select(member => new MemberItem(member, request))];
    }

    [JsonPropertyOrder(1)]
    public bool SectorIsOfficial { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<CampusNameItem> Names { get; }

    [JsonPropertyOrder(1)]
    public LocalizedText? Presentation { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<WorkAxisItem> Axes { get; }

    [JsonPropertyOrder(1)]
    public HeadInstitutionItem? HeadInstitution { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<MemberItem> Members { get; }
}
