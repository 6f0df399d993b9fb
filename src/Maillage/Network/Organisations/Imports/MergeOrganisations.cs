using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Imports;

/// <summary>Organisations that a merge made, changed, and values that it left for a person to settle.</summary>
public readonly record struct OrganisationsMerged(int Created, int Updated, int Proposed);

/// <summary>
/// Brings what producers publish into the organisations, field by field, by three values: the one last published, the one
/// present and the one published now. What nobody changed follows the producer; what a person wrote stays, and becomes a
/// proposal. Bodies are found by the key that producers last used, by UAI, then by SIRET; none is ever removed.
/// </summary>
public sealed class MergeOrganisations(MaillageDb db, TimeProvider clock)
{
    private readonly List<Organisation> _created = [];
    private readonly List<OrganisationOrigin> _origins = [];
    private readonly HashSet<Guid> _updated = [];
    private Dictionary<(Guid, OrganisationField), ImportProposal> _waiting = [];
    private ILookup<(Guid, OrganisationField), ImportProposal> _kept = null!;
    private Dictionary<string, Guid> _uais = [];
    private HashSet<string> _slugs = [];
    private Dictionary<string, string?> _regions = [];
    private Dictionary<string, ImportRun> _runs = [];
    private DateTime _now;
    private int _proposed;

    /// <summary>The last step of each data set of organisations.</summary>
    internal static async Task<int> AfterImportAsync(AfterImport import, CancellationToken ct)
    {
        var merged = await new MergeOrganisations(import.Db, import.Clock).ExecuteAsync(import.Run, ct);
        return merged.Created + merged.Updated + merged.Proposed;
    }

    /// <summary>Merges what was last imported; changes nothing when that was done already.</summary>
    public Task<OrganisationsMerged> ExecuteAsync(CancellationToken ct) => ExecuteAsync(null, ct);

    private async Task<OrganisationsMerged> ExecuteAsync(ImportRun? current, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var bodies = await PublishedBodies.ReadAsync(db, ct);
        if (bodies.Count == 0)
        {
            return default;
        }

        var organisations = await ReadAsync(current, ct);
        var origins = await db.OrganisationOrigins.ToDictionaryAsync(row => row.OrganisationId, ct);
        var match = new OrganisationMatch(bodies, organisations, origins);
        foreach (var body in bodies)
        {
            if (match.Of(body) is { } organisation)
            {
                Merge(organisation, origins.GetValueOrDefault(organisation.OrganisationId), body);
            }
            else
            {
                Create(body);
            }
        }

        await db.SaveCountedAsync(Author.Product.Doing(NetworkActs.OrganisationsMerged), clock, ct);
        await db.BulkInsertAsync(_created, ct);
        await db.BulkInsertAsync(_origins, ct);
        if (_created.Count > 0)
        {
            await db.BumpRevisionAsync(ct);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return new OrganisationsMerged(_created.Count, _updated.Count, _proposed);
    }

    private async Task<List<Organisation>> ReadAsync(ImportRun? current, CancellationToken ct)
    {
        _now = clock.UtcNow();
        var organisations = await db.Organisations.ToListAsync(ct);
        _uais = organisations.Where(row => row.Uai is not null).ToDictionary(row => row.Uai!.Value.Value, row => row.OrganisationId, StringComparer.Ordinal);
        _slugs = organisations.Select(row => row.Slug).ToHashSet(StringComparer.Ordinal);
        _regions = await db.Departments.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.RegionCode, StringComparer.Ordinal, ct);
        var proposals = await db.ImportProposals.ToListAsync(ct);
        _waiting = proposals.Where(row => row.State == ProposalState.Waiting).ToDictionary(row => (row.OrganisationId, row.Field));
        _kept = proposals.Where(row => row.State == ProposalState.Kept).ToLookup(row => (row.OrganisationId, row.Field));
        // Files of other data sets add up, several at a time; those of organisations replace one another.
        _runs = (await new LatestImports(db).CurrentAsync(ct)).Where(run => run.Scope.Length == 0).ToDictionary(run => run.DataSet, StringComparer.Ordinal);
        if (current is not null)
        {
            _runs[current.DataSet] = current;
        }

        return organisations;
    }

    private void Create(PublishedBody body)
    {
        var organisation = new Organisation
        {
            Slug = NewSlug(body),
            Name = "",
            FoldedName = "",
            Kind = default,
            Provenance = ProvenanceOf(body.DataSet),
            UpdatedAt = _now,
        };
        foreach (var field in OrganisationFields.All.Where(field => body[field] is not null && IsFree(field, body, organisation)))
        {
            Write(organisation, field, body[field]);
        }

        _slugs.Add(organisation.Slug);
        _created.Add(organisation);
        _origins.Add(OriginOf(organisation, body, isImported: true));
    }

    private void Merge(Organisation organisation, OrganisationOrigin? origin, PublishedBody body)
    {
        foreach (var field in OrganisationFields.All)
        {
            var (last, published) = (origin?.Values.GetValueOrDefault(field), body[field]);
            // A kind that is only guessed from a name is nothing to trouble a person with.
            var isGuess = field == OrganisationField.Kind && PublishedBodies.GuessesKind(body.ProducerOf(field)) && origin is not { IsImported: true };
            if (published != last && !isGuess && IsFree(field, body, organisation))
            {
                Merge(organisation, field, last, published, body.ProducerOf(field));
            }
        }

        if (origin is null)
        {
            _origins.Add(OriginOf(organisation, body, isImported: false));
            return;
        }

        if (!OrganisationFields.All.All(field => origin.Values.GetValueOrDefault(field) == body[field]))
        {
            origin.Values = body.Values;
        }

        (origin.Key, origin.DataSet) = (body.Key, body.DataSet);
        if (origin.IsImported && _updated.Contains(organisation.OrganisationId))
        {
            organisation.Provenance = ProvenanceOf(body.DataSet);
        }
    }

    /// <summary>The producer has news of a field.</summary>
    private void Merge(Organisation organisation, OrganisationField field, string? last, string? published, string dataSet)
    {
        var present = OrganisationFields.Of(organisation, field);
        var key = (organisation.OrganisationId, field);
        if (present == last && (published is not null || field.IsOptional()))
        {
            Write(organisation, field, published);
            organisation.UpdatedAt = _now;
            _updated.Add(organisation.OrganisationId);
        }
        else if (published is not null && (present is null || !OrganisationFields.SayTheSame(field, present, published))
            && !_kept[key].Any(kept => kept.Proposed == published && kept.Present == present))
        {
            Propose(organisation, field, present, published, dataSet);
            return;
        }

        // Whatever waited was about a value that the producer no longer gives.
        if (_waiting.Remove(key, out var obsolete))
        {
            db.Remove(obsolete);
        }
    }

    private void Propose(Organisation organisation, OrganisationField field, string? present, string published, string dataSet)
    {
        if (!_waiting.TryGetValue((organisation.OrganisationId, field), out var proposal))
        {
            proposal = new ImportProposal { OrganisationId = organisation.OrganisationId, Field = field, Proposed = published, DataSet = dataSet, ProposedAt = _now };
            _waiting.Add((organisation.OrganisationId, field), proposal);
            db.Add(proposal);
        }

        (proposal.Present, proposal.Proposed, proposal.DataSet, proposal.ProposedAt) = (present, published, dataSet, _now);
        _proposed++;
    }

    private void Write(Organisation organisation, OrganisationField field, string? value)
    {
        if (field == OrganisationField.Uai)
        {
            if (organisation.Uai is { } previous)
            {
                _uais.Remove(previous.Value);
            }

            if (value is not null)
            {
                _uais[value] = organisation.OrganisationId;
            }
        }

        OrganisationFields.Write(organisation, field, value, department => _regions.GetValueOrDefault(department));
    }

    /// <summary>A UAI is one organisation's: should a person have given it to another, it stays there.</summary>
    private bool IsFree(OrganisationField field, PublishedBody body, Organisation organisation) =>
        field != OrganisationField.Uai || body.Uai is not { } uai || !_uais.TryGetValue(uai, out var bearer) || bearer == organisation.OrganisationId;

    /// <summary>Name and commune, then the identifier when others bear them already.</summary>
    private string NewSlug(PublishedBody body)
    {
        var name = Slug.From(body[OrganisationField.Name]!);
        var readable = body[OrganisationField.Address] is { } address && AddressText.Parse(address).Commune is { Length: > 0 } commune && !name.Contains(Slug.From(commune), StringComparison.Ordinal)
            ? $"{name}-{Slug.From(commune)}"
            : name;
        return _slugs.Contains(Slug.From(readable)) ? Slug.Unique($"{Shortened(readable)}-{body.Key}", _slugs.Contains) : Slug.From(readable);
    }

    private static string Shortened(string slug) =>
        slug.Length <= Slug.MaxLength - PublishedOrganisation.KeyMaxLength - 1 ? slug : slug[..(Slug.MaxLength - PublishedOrganisation.KeyMaxLength - 1)];

    private Provenance ProvenanceOf(string dataSet)
    {
        var asOf = _runs.GetValueOrDefault(dataSet)?.Vintage;
        return new Provenance(PublishedBodies.SourceOf(dataSet), PartialDate.TryParse(asOf, out var date) ? date : null, Confidence.A);
    }

    private static OrganisationOrigin OriginOf(Organisation organisation, PublishedBody body, bool isImported) => new()
    {
        OrganisationId = organisation.OrganisationId,
        Key = body.Key,
        IsImported = isImported,
        DataSet = body.DataSet,
        Values = body.Values,
    };
}
