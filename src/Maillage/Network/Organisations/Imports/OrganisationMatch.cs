namespace Maillage.Network.Organisations.Imports;

/// <summary>Finds the organisation that a published body is, each for one body only.</summary>
internal sealed class OrganisationMatch
{
    private readonly Dictionary<string, Organisation> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organisation> _byUai = new(StringComparer.Ordinal);
    private readonly ILookup<string?, Organisation> _bySiret;
    private readonly HashSet<Guid> _found = [];

    public OrganisationMatch(IReadOnlyList<PublishedBody> bodies, IReadOnlyList<Organisation> organisations, Dictionary<Guid, OrganisationOrigin> origins)
    {
        // Whatever identifiers people wrote since, a body that producers still publish is known by its key.
        var keys = bodies.Select(body => body.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var organisation in organisations)
        {
            if (origins.TryGetValue(organisation.OrganisationId, out var origin) && keys.Contains(origin.Key))
            {
                _byKey.Add(origin.Key, organisation);
            }
            else if (organisation.Uai is { } uai)
            {
                _byUai.Add(uai.Value, organisation);
            }
        }

        var claimed = _byKey.Values.Select(row => row.OrganisationId).ToHashSet();
        _bySiret = organisations.Where(row => !claimed.Contains(row.OrganisationId)).OrderBy(row => row.Slug, StringComparer.Ordinal)
            .ToLookup(row => row.Siret?.Value, StringComparer.Ordinal);
    }

    /// <summary>Null for a body that is new.</summary>
    public Organisation? Of(PublishedBody body)
    {
        var organisation = _byKey.GetValueOrDefault(body.Key)
            ?? (body.Uai is { } uai ? _byUai.GetValueOrDefault(uai) : null)
            // Units of one school share a SIRET: it designates one that has no UAI, or the one of a body that has none.
            ?? (body.Siret is { } siret ? _bySiret[siret].FirstOrDefault(row => !_found.Contains(row.OrganisationId) && (row.Uai is null || body.Uai is null)) : null);
        return organisation is not null && _found.Add(organisation.OrganisationId) ? organisation : null;
    }
}
