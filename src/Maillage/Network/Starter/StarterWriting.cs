using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.OpenData;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Starter;

/// <summary>One writing of the starter: what its files share while they are written, in one unit of work.</summary>
internal sealed class StarterWriting(MaillageDb db, StarterFiles files, RowWriter rows, DateTime now)
{
    private Dictionary<string, Campus> _campuses = [];
    private Dictionary<Guid, string> _campusSlugs = [];

    public MaillageDb Db => db;

    public StarterFiles Files => files;

    public RowWriter Rows => rows;

    public DateTime Now => now;

    /// <summary>Finds every campus, those just made included.</summary>
    public async Task FindCampusesAsync(CancellationToken ct)
    {
        await db.Campuses.LoadAsync(ct);
        _campuses = db.Campuses.Local.ToDictionary(campus => campus.Slug, StringComparer.Ordinal);
        _campusSlugs = _campuses.Values.ToDictionary(campus => campus.CampusId, campus => campus.Slug);
    }

    public Campus Campus(string slug) => _campuses[slug];

    public string CampusSlug(Guid campusId) => _campusSlugs[campusId];

    /// <summary>Says that a campus changed by what it holds.</summary>
    public void Touch(string slug)
    {
        if (_campuses.TryGetValue(slug, out var campus))
        {
            campus.UpdatedAt = now;
        }
    }

    /// <summary>Ids of these organisations by slug, those just made included.</summary>
    public async Task<Dictionary<string, Guid>> FindOrganisationsAsync(IReadOnlyCollection<string> slugs, CancellationToken ct)
    {
        var ids = await db.Organisations
            .Where(organisation => slugs.Contains(organisation.Slug))
            .ToDictionaryAsync(organisation => organisation.Slug, organisation => organisation.OrganisationId, StringComparer.Ordinal, ct);
        foreach (var organisation in db.Organisations.Local)
        {
            ids[organisation.Slug] = organisation.OrganisationId;
        }

        return ids;
    }
}
