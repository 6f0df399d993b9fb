using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Network.Territories;

namespace Maillage.Network.Register;

/// <summary>The rows of the tables of the register, as entities.</summary>
internal static class RegisterRows
{
    public static Sector Sector(TableRow row) => new()
    {
        Code = row.Text("code"),
        Name = row.Localized("name"),
        OfficialPageId = row.OptionalWhole("official_page_id"),
        Provenance = row.Provenance(),
    };

    public static AcademicRegion AcademicRegion(TableRow row) => new()
    {
        Code = row.Text("code"),
        Slug = row.Text("slug"),
        Name = row.Text("name"),
        Kind = row.Code<AcademicRegionKind>("kind"),
        Provenance = row.Provenance(),
    };

    public static Academie Academie(TableRow row) => new()
    {
        Code = row.Text("code"),
        Name = row.Text("name"),
        RegionCode = row.Text("region_code"),
        IsCurrent = row.Flag("is_current"),
        Departments = row.Codes("departments"),
        Provenance = row.Provenance(),
    };

    public static Department Department(TableRow row) => new()
    {
        Code = row.Text("code"),
        Name = row.Text("name"),
        RegionCode = row.OptionalText("region_code"),
    };

    public static Campus Campus(TableRow row) => new()
    {
        CampusId = row.Id("campus_id"),
        Slug = row.Text("slug"),
        SectorCode = row.Text("sector_code"),
        SectorIsOfficial = row.Flag("sector_is_official"),
        Status = row.Code<CampusStatus>("status"),
        SuccessorId = row.OptionalId("successor_id"),
        ExcellenceClaim = row.Code<ExcellenceClaim>("excellence_claim"),
        HeadInstitutionUai = row.OptionalUai("head_institution_uai"),
        SeatCommune = row.OptionalInsee("seat_commune"),
        SeatLatitude = row.OptionalReal("seat_latitude"),
        SeatLongitude = row.OptionalReal("seat_longitude"),
        SeatPrecision = row.OptionalCode<CoordinatePrecision>("seat_precision"),
        Website = row.OptionalText("website"),
        Presentation = row.OptionalLocalized("presentation"),
        Provenance = row.Provenance(),
        UpdatedAt = row.Instant("updated_at"),
    };

    public static CampusName CampusName(TableRow row) => new()
    {
        CampusNameId = row.Id("campus_name_id"),
        CampusId = row.Id("campus_id"),
        Name = row.Text("name"),
        ShortName = row.OptionalText("short_name"),
        From = row.OptionalDate("from"),
        Until = row.OptionalDate("until"),
        Provenance = row.Provenance(),
    };

    public static CampusRegion CampusRegion(TableRow row) => new()
    {
        CampusId = row.Id("campus_id"),
        RegionCode = row.Text("region_code"),
        Position = row.Whole("position"),
    };

    public static CampusAcademie CampusAcademie(TableRow row) => new()
    {
        CampusId = row.Id("campus_id"),
        AcademieCode = row.Text("academie_code"),
        Position = row.Whole("position"),
    };

    public static LabelPeriod LabelPeriod(TableRow row) => new()
    {
        LabelPeriodId = row.Id("label_period_id"),
        CampusId = row.Id("campus_id"),
        Scheme = row.Code<LabelScheme>("scheme"),
        Category = row.Code<LabelCategory>("category"),
        Start = row.Date("start"),
        DurationYears = row.OptionalWhole("duration_years"),
        StatedEnd = row.OptionalDay("stated_end"),
        DecisionReference = row.OptionalText("decision_reference"),
        Basis = row.Code<LabelBasis>("basis"),
        Provenance = row.Provenance(),
    };

    public static WorkAxis WorkAxis(TableRow row) => new()
    {
        WorkAxisId = row.Id("work_axis_id"),
        CampusId = row.Id("campus_id"),
        Position = row.Whole("position"),
        Title = row.Localized("title"),
        Description = row.OptionalLocalized("description"),
        Provenance = row.Provenance(),
    };
}
