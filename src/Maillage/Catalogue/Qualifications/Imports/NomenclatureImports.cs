using Maillage.Catalogue.Offers.Imports;
using Maillage.Catalogue.Onisep;
using Maillage.Data;
using Maillage.Network;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>The data sets of qualifications, and how well what is counted joins them.</summary>
internal static class NomenclatureImports
{
    public static readonly IReadOnlyList<DataSet> DataSets =
    [
        CourseYears.DataSet, DiplomaCodes.Current, DiplomaCodes.All, DiplomaLevels.DataSet, Specialities.Groups, Specialities.Domains,
        CommonFirstYears.Families, CommonFirstYears.BtsOptions, TrainingGroups.DataSet, DiplomaSheets.DataSet, RncpFiles.Sheets, RncpFiles.Occupations, RncpFiles.Specialities,
        RncpFiles.Access, CertifiedDiplomas.DataSet,
    ];

    public static readonly IReadOnlyList<JoinRate> JoinRates =
    [
        new("data.join.pupils_mef", (db, ct) => OfCoursesAsync(db, db.PupilCounts.Select(row => row.MefStat), ct), 100),
        new("data.join.capacities_mef", (db, ct) => OfCoursesAsync(db, db.SchoolPlaces.Select(row => row.MefStat), ct), 100),
        new("data.join.bts_mef", (db, ct) => OfCoursesAsync(db, db.BtsPlaces.Select(row => row.MefStat), ct), 85.1),
        new("data.join.mef_cfd", (db, ct) => OfDiplomasAsync(db, db.CourseYears.Select(row => row.Cfd), ct), 100),
        new("data.join.kit_cfd", (db, ct) => OfDiplomasAsync(db, db.Set<DiplomaSheet>().Select(row => row.Cfd), ct), 100),
        new("data.join.kit_rncp", RegisteredAsync, 33.2),
        new("data.join.kit_certif_info", DescribedAsync, 74),
        new("data.join.onisep_cfd", (db, ct) => OfDiplomasAsync(db, db.OnisepTrainings.Where(row => row.Cfd != null).Select(row => row.Cfd!), ct), 98.1) { Reason = "data.join.reason.distinct_codes" },
        new("data.join.pupils_places", (db, ct) => AtOrganisationsAsync(db, db.PupilCounts.Select(row => row.Uai), ct), 97.2) { Reason = "data.join.reason.directories" },
        new("data.join.capacities_places", (db, ct) => AtOrganisationsAsync(db, db.SchoolPlaces.Select(row => row.Uai), ct), 99.2) { Reason = "data.join.reason.directories" },
        new("data.join.bts_places", (db, ct) => AtOrganisationsAsync(db, db.BtsPlaces.Select(row => row.Uai), ct), 83.2),
    ];

    private static async Task<FoundKeys> OfCoursesAsync(MaillageDb db, IQueryable<string> codes, CancellationToken ct)
    {
        var courses = db.CourseYears;
        var distinct = codes.Distinct();
        return new FoundKeys(await distinct.CountAsync(code => courses.Any(course => course.MefStat == code), ct), await distinct.CountAsync(ct));
    }

    private static async Task<FoundKeys> OfDiplomasAsync(MaillageDb db, IQueryable<string> codes, CancellationToken ct)
    {
        var diplomas = db.DiplomaCodes;
        var distinct = codes.Distinct();
        return new FoundKeys(await distinct.CountAsync(cfd => diplomas.Any(diploma => diploma.Cfd == cfd), ct), await distinct.CountAsync(ct));
    }

    private static async Task<FoundKeys> RegisteredAsync(MaillageDb db, CancellationToken ct)
    {
        var sheets = db.Set<RncpSheet>();
        var kit = db.Set<DiplomaSheet>().Select(row => row.Rncp).Distinct();
        return new FoundKeys(await kit.CountAsync(rncp => sheets.Any(sheet => sheet.Rncp == rncp), ct), await kit.CountAsync(ct));
    }

    private static async Task<FoundKeys> DescribedAsync(MaillageDb db, CancellationToken ct)
    {
        var diplomas = db.Set<CertifiedDiploma>();
        var kit = db.Set<DiplomaSheet>().Select(row => row.Rncp).Distinct();
        return new FoundKeys(await kit.CountAsync(rncp => diplomas.Any(diploma => diploma.Rncp == rncp), ct), await kit.CountAsync(ct));
    }

    private static async Task<FoundKeys> AtOrganisationsAsync(MaillageDb db, IQueryable<Uai> schools, CancellationToken ct)
    {
        var organisations = db.Organisations;
        var distinct = schools.Distinct();
        return new FoundKeys(await distinct.CountAsync(uai => organisations.Any(organisation => organisation.Uai == uai), ct), await distinct.CountAsync(ct));
    }
}
