using Maillage.Catalogue.Starter;
using Maillage.Network.Starter;
using Maillage.OpenData;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.TestKit;

/// <summary>
/// A copy of the starter facts beside a few communes in all the départements, in a folder that a test may change.
/// </summary>
public sealed class StarterFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("maillage-starter-").FullName;

    public StarterFolder()
    {
        Directory.CreateDirectory(Starter);
        Directory.CreateDirectory(Territories);
        foreach (var file in Directory.EnumerateFiles(Repository.Starter, "*.csv"))
        {
            File.Copy(file, Path.Combine(Starter, Path.GetFileName(file)));
        }

        WriteTerritories();
    }

    /// <summary>The curated files.</summary>
    public string Starter => Path.Combine(_root, "starter");

    /// <summary>The territories, in the form that the build prepares.</summary>
    public string Territories => Path.Combine(_root, "prepared");

    /// <summary>Path of a data set (<c>starter/campuses</c>).</summary>
    public string PathOf(string dataSet) => Path.Combine(_root, dataSet + ".csv");

    /// <summary>Changes a data set.</summary>
    public void Change(string dataSet, Action<CsvTable> change)
    {
        var table = CsvTable.Read(PathOf(dataSet));
        change(table);
        table.Write(PathOf(dataSet));
    }

    /// <summary>Loads the network of the folder.</summary>
    public async Task<LoadOutcome> LoadAsync(TestDatabase database, TimeProvider? clock = null, CancellationToken ct = default)
    {
        await using var db = database.NewContext();
        return await new LoadNetworkStarter(db, clock ?? TestData.Clock()).ExecuteAsync(Starter, Territories, ct);
    }

    /// <summary>Loads the whole folder, the catalogue included, as the product does at its start.</summary>
    public async Task<LoadOutcome> LoadAllAsync(TestDatabase database, TimeProvider? clock = null, CancellationToken ct = default)
    {
        await using var services = database.NewServices(clock);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LoadStarter>().ExecuteAsync(Starter, Territories, ct);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // Every département of the académies, so that nothing of the starter refers to the unknown.
    private void WriteTerritories()
    {
        var regions = CsvTable.Read(PathOf("starter/regions"));
        var academies = CsvTable.Read(PathOf("starter/academies"));
        var regionLines = Lines(regions).Select(line => $"{regions[line, "code"]},{Quoted(regions[line, "name"])},metropole");
        var departments = Lines(academies)
            .Where(line => academies[line, "is_current"] == "true")
            .SelectMany(line => academies[line, "departments"].Split('|').Select(code => (Code: code, Region: academies[line, "region_code"])))
            .ToList();
        var departmentLines = departments.Select(row => $"{row.Code},Département {row.Code},{(row.Region.Length > 0 ? row.Region : row.Code)},metropole");
        Write("regions", ["code,name,kind", .. regionLines, "975,Saint-Pierre-et-Miquelon,collectivity", "987,Polynésie française,collectivity"]);
        Write("departments", ["code,name,region_code,kind", .. departmentLines, "975,Saint-Pierre-et-Miquelon,975,collectivity"]);
        Write("epcis", ["code,name,kind,siren", "244400404,Nantes Métropole,METRO,244400404", "247200132,CU Le Mans Métropole,CU,247200132", "242000354,CA du Pays Ajaccien,CA,242000354"]);
        Write("communes",
        [
            "insee,name,department_code,region_code,epci_code,postcodes,population,parent_insee",
            "44109,Nantes,44,52,244400404,44000|44100|44200|44300,323204,",
            "72181,Le Mans,72,52,247200132,72000|72100,146105,",
            "85194,Les Sables-d'Olonne,85,52,,85100|85180|85340,48740,",
            "2A004,Ajaccio,2A,94,242000354,20000|20090|20167,73822,",
            "98735,Papeete,987,987,,98713|98714,26654,",
        ]);
    }

    private void Write(string name, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(Territories, name + ".csv"), lines);

    private static IEnumerable<int> Lines(CsvTable table) => Enumerable.Range(2, table.Count);

    private static string Quoted(string cell) => $"\"{cell}\"";
}
