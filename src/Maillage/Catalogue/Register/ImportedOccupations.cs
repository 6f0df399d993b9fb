using Maillage.Catalogue.Occupations.Imports;
using Maillage.Data;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>Every occupation of the directory, with its usual names and what it is: what lists and the search show. The rest is read on demand.</summary>
internal static class ImportedOccupations
{
    public static async Task<IReadOnlyList<OccupationRecord>> ReadAsync(TableReader tables, ImportedSources sources, CancellationToken ct)
    {
        var domains = (await tables.ReadAsync("rome_domains", row => (Rome: row.Text("rome"), Name: row.Text("name")), ct))
            .ToDictionary(row => row.Rome, row => string.Intern(row.Name), StringComparer.Ordinal);
        var names = (await tables.ReadAsync("rome_appellations", row => (Rome: row.Text("rome"), Name: row.Text("name")), ct))
            .ToLookup(row => row.Rome, row => row.Name, StringComparer.Ordinal);
        var definitions = (await tables.ReadAsync("rome_texts", "kind", [RomeFiles.Definition], row => (
                Rome: row.Text("rome"), Position: row.Whole("position"), Text: row.Text("text")), ct))
            .GroupBy(row => row.Rome, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => string.Join(' ', group.OrderBy(row => row.Position).Select(row => row.Text)), StringComparer.Ordinal);
        var source = sources.Of(RomeFiles.Occupations.Name);
        return await tables.ReadAsync("rome_occupations", row =>
        {
            var (rome, name) = (row.Text("rome"), row.Text("name"));
            return new OccupationRecord
            {
                Rome = rome,
                Name = new LocalizedText(name),
                Domain = domains.GetValueOrDefault(rome),
                Description = definitions.GetValueOrDefault(rome),
                OtherNames = [.. names[rome].Where(other => other != name).Order(StringComparer.Ordinal)],
                ParentRome = row.Text("parent_rome"),
                Sources = [source],
            };
        }, ct);
    }
}
