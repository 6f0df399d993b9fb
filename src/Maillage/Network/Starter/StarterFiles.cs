using Maillage.OpenData;
using Maillage.Shared;

namespace Maillage.Network.Starter;

/// <summary>The files of the starter, read, and what they tell of one another.</summary>
internal sealed class StarterFiles
{
    private readonly Dictionary<string, string> _regionsByName;
    private readonly Dictionary<string, string> _academiesByName;
    private readonly Dictionary<string, string> _regionsByDepartment;
    private readonly Dictionary<string, Confidence> _confidences;
    private readonly HashSet<string> _regionCodes;

    public StarterFiles(IReadOnlyList<FileRows> all)
    {
        All = all;
        var overseas = Academies.Rows.Where(AcademiesFile.IsOverseas).ToList();
        _regionsByName = ByText(
            [
                .. Regions.Rows.Select(row => (row.Text(RegionsFile.RegionName), RegionsFile.CodeOf(row))),
                .. overseas.Select(row => (row.Text(AcademiesFile.AcademieName), AcademiesFile.RegionCodeOf(row))),
            ]);
        _academiesByName = ByText(Academies.Rows.Select(row => (row.Text(AcademiesFile.AcademieName), AcademiesFile.CodeOf(row))));
        _regionsByDepartment = ByText(Departments.Rows.Select(row => (TerritoryFiles.DepartmentCodeOf(row), TerritoryFiles.RegionCodeOf(row))));
        _confidences = ByText(Campuses.Rows.Select(row => (CampusesFile.SlugOf(row), CampusesFile.ConfidenceOf(row))));
        _regionCodes = [.. _regionsByName.Values];
    }

    public IReadOnlyList<FileRows> All { get; }

    public FileRows Regions => this[RegionsFile.Declaration];

    public FileRows Academies => this[AcademiesFile.Declaration];

    public FileRows Campuses => this[CampusesFile.Declaration];

    public FileRows Departments => this[TerritoryFiles.Departments];

    public FileRows this[FileDeclaration declaration] => All.Single(file => ReferenceEquals(file.Declaration, declaration));

    /// <summary>Names of the overseas collectivities that stand beside the régions académiques.</summary>
    public IEnumerable<string> Collectivities => Academies.Rows.Where(AcademiesFile.IsOverseas).Select(row => row.Text(AcademiesFile.AcademieName));

    public string RegionNamed(string name) => _regionsByName[name];

    public string AcademieNamed(string name) => _academiesByName[name];

    public Confidence ConfidenceOf(string campusSlug) => _confidences[campusSlug];

    /// <summary>Code of the région or collectivity of a département.</summary>
    public string? RegionOf(string department) => _regionsByDepartment.GetValueOrDefault(department);

    /// <summary>The same, when a région académique or a collectivity of the network bears that code.</summary>
    public string? AcademicRegionOf(string department) =>
        RegionOf(department) is { } code && _regionCodes.Contains(code) ? code : null;

    // Repeated keys are a problem that the files report; the first one speaks meanwhile.
    private static Dictionary<string, T> ByText<T>(IEnumerable<(string Text, T Value)> pairs)
    {
        var byText = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (text, value) in pairs)
        {
            byText.TryAdd(text, value);
        }

        return byText;
    }
}
