using Maillage.Catalogue.Offers.Imports;
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
        CommonFirstYears.Families, CommonFirstYears.BtsOptions, DiplomaSheets.DataSet, RncpFiles.Sheets, RncpFiles.Occupations, RncpFiles.Specialities,
        RncpFiles.Access, CertifiedDiplomas.DataSet,
    ];

    public static readonly IReadOnlyList<JoinRate> JoinRates =
    [
        new("data.join.pupils_mef", (db, ct) => OfCoursesAsync(db, db.PupilCounts.Select(row => row.MefStat), ct), 100),
        new("data.join.capacities_mef", (db, ct) => OfCoursesAsync(db, db.SchoolPlaces.Select(row => row.MefStat), ct), 100),
        new("data.join.bts_mef", (db, ct) => OfCoursesAsync(db, db.BtsPlaces.Select(row => row.MefStat), ct), 85.1),
        new("data.join.mef_cfd", OfDiplomasAsync, 100),
        new("data.join.pupils_places", (db, ct) => AtOrganisationsAsync(db, db.PupilCounts.Select(row => row.Uai), ct), 97.2),
        new("data.join.capacities_places", (db, ct) => AtOrganisationsAsync(db, db.SchoolPlaces.Select(row => row.Uai), ct), 99.2),
        new("data.join.bts_places", (db, ct) => AtOrganisationsAsync(db, db.BtsPlaces.Select(row => row.Uai), ct), 83.2),
    ];

    private static async Task<FoundKeys> OfCoursesAsync(MaillageDb db, IQueryable<string> codes, CancellationToken ct)
    {
        var courses = db.CourseYears;
        var distinct = codes.Distinct();
        return new FoundKeys(await distinct.CountAsync(code => courses.Any(course => course.MefStat == code), ct), await distinct.CountAsync(ct));
    }

    private static async Task<FoundKeys> OfDiplomasAsync(MaillageDb db, CancellationToken ct)
    {
        var diplomas = db.DiplomaCodes;
        var codes = db.CourseYears.Select(course => course.Cfd).Distinct();
        return new FoundKeys(await codes.CountAsync(cfd => diplomas.Any(diploma => diploma.Cfd == cfd), ct), await codes.CountAsync(ct));
    }

    private static async Task<FoundKeys> AtOrganisationsAsync(MaillageDb db, IQueryable<Uai> schools, CancellationToken ct)
    {
        var organisations = db.Organisations;
        var distinct = schools.Distinct();
        return new FoundKeys(await distinct.CountAsync(uai => organisations.Any(organisation => organisation.Uai == uai), ct), await distinct.CountAsync(ct));
    }
}
