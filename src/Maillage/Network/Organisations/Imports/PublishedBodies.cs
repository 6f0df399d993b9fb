using Maillage.Data;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Imports;

/// <summary>One body and what the producers say of it: of each field, what the first of them that tells it says.</summary>
internal sealed class PublishedBody
{
    private readonly Dictionary<OrganisationField, (string Value, string DataSet)> _values = [];

    /// <param name="rows">What producers say, who is believed first before the others.</param>
    public PublishedBody(IReadOnlyList<PublishedOrganisation> rows)
    {
        foreach (var row in rows)
        {
            foreach (var field in OrganisationFields.All)
            {
                if (!_values.ContainsKey(field) && OrganisationFields.Of(row, field) is { } value)
                {
                    _values.Add(field, (value, row.DataSet));
                }
            }
        }

        (Key, DataSet) = (Uai ?? Siret ?? rows[0].Key, rows[0].DataSet);
    }

    /// <summary>The UAI, else the SIRET, else what its producer knows it by.</summary>
    public string Key { get; }

    /// <summary>The data set that speaks first.</summary>
    public string DataSet { get; }

    public string? Uai => this[OrganisationField.Uai];

    public string? Siret => this[OrganisationField.Siret];

    public string? this[OrganisationField field] => _values.TryGetValue(field, out var told) ? told.Value : null;

    public IReadOnlyDictionary<OrganisationField, string> Values => _values.ToDictionary(pair => pair.Key, pair => pair.Value.Value);

    public string ProducerOf(OrganisationField field) => _values.TryGetValue(field, out var told) ? told.DataSet : DataSet;

    /// <summary>Completes what no producer tells from the list of communes.</summary>
    public void Complete(PublishedPlaces places)
    {
        if (_values.TryGetValue(OrganisationField.Address, out var address))
        {
            _values[OrganisationField.Address] = address with { Value = places.WithCommune(address.Value) };
        }

        if (!_values.ContainsKey(OrganisationField.Coordinates) && address.Value is not null && places.CentreOf(_values[OrganisationField.Address].Value) is { } centre)
        {
            _values.Add(OrganisationField.Coordinates, (centre, address.DataSet));
        }
    }
}

/// <summary>The bodies that producers publish: rows of one UAI are one, and a row without a UAI joins the body of its SIRET.</summary>
internal static class PublishedBodies
{
    /// <summary>The data sets, who is believed first before the others.</summary>
    public static readonly IReadOnlyList<DataSet> DataSets =
        [SchoolsFile.DataSet, HigherEducationFile.DataSet, ApprenticeshipFiles.Bodies, ApprenticeshipFiles.Pairs];

    /// <summary>Whether the kind that a data set gives is guessed from the name.</summary>
    public static bool GuessesKind(string dataSet) => dataSet is ApprenticeshipFiles.BodiesName or ApprenticeshipFiles.PairsName;

    /// <summary>How a fact of a data set is cited.</summary>
    public static string SourceOf(string dataSet) => DataSets.First(known => known.Name == dataSet).Producer;

    public static async Task<IReadOnlyList<PublishedBody>> ReadAsync(MaillageDb db, CancellationToken ct)
    {
        var rows = await db.Set<PublishedOrganisation>().AsNoTracking().ToListAsync(ct);
        var precedence = DataSets.Select((dataSet, place) => (dataSet.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place, StringComparer.Ordinal);
        var ordered = rows.OrderBy(row => precedence[row.DataSet]).ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
        var bodies = Grouped(ordered).Select(group => new PublishedBody([.. group.OrderBy(row => precedence[row.DataSet])])).ToList();
        var places = await PublishedPlaces.ReadAsync(db, ct);
        foreach (var body in bodies)
        {
            body.Complete(places);
        }

        return bodies;
    }

    private static List<List<PublishedOrganisation>> Grouped(IReadOnlyList<PublishedOrganisation> rows)
    {
        var groups = new List<List<PublishedOrganisation>>();
        var byUai = new Dictionary<Uai, List<PublishedOrganisation>>();
        var bySiret = new Dictionary<Siret, List<PublishedOrganisation>>();
        // Those that have a UAI first: what has none must not become a body of its own before they are known.
        foreach (var row in rows.Where(row => row.Uai is not null).Concat(rows.Where(row => row.Uai is null)))
        {
            var group = row.Uai is { } uai ? byUai.GetValueOrDefault(uai) : row.Siret is { } siret ? bySiret.GetValueOrDefault(siret) : null;
            if (group is null)
            {
                groups.Add(group = []);
            }

            group.Add(row);
            if (row.Uai is { } ownUai)
            {
                byUai.TryAdd(ownUai, group);
            }

            if (row.Siret is { } ownSiret)
            {
                bySiret.TryAdd(ownSiret, group);
            }
        }

        return groups;
    }
}
