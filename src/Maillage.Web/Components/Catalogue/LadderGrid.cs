using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Register;

namespace Maillage.Web.Components.Catalogue;

/// <summary>
/// Where the qualifications of several routes stand: the chosen route in the first column, what each other route alone goes by
/// in a column of its own; one row a level, and more where a route stays at its level.
/// </summary>
internal sealed class LadderGrid
{
    private readonly Dictionary<QualificationRecord, int> _depths = [];
    private readonly Dictionary<QualificationRecord, int> _columns = [];
    private readonly List<(int Level, int Depth)> _rows;

    public LadderGrid(IReadOnlyList<PathwayRoute> routes, PathwayRoute chosen)
    {
        IReadOnlyList<PathwayRoute> ordered = [chosen, .. routes.Where(route => route != chosen)];
        SetColumns(ordered);
        SetDepths(ordered);
        _rows = [.. _depths.Select(pair => (pair.Key.Level, pair.Value)).Distinct().Order()];
    }

    public int Columns { get; private set; }

    public int Rows => _rows.Count;

    public IEnumerable<QualificationRecord> Qualifications => _columns.Keys;

    public int LevelOf(int row) => _rows[row].Level;

    public int Column(QualificationRecord qualification) => _columns[qualification];

    /// <summary>From the bottom, 0.</summary>
    public int Row(QualificationRecord qualification) => _rows.IndexOf((qualification.Level, _depths[qualification]));

    /// <summary>Whether nothing stands in a column between two rows.</summary>
    public bool IsFree(int column, int below, int above) =>
        !_columns.Any(pair => pair.Value == column && Row(pair.Key) is var row && row > below && row < above);

    private void SetColumns(IReadOnlyList<PathwayRoute> routes)
    {
        foreach (var route in routes)
        {
            var own = route.Qualifications.Where(qualification => !_columns.ContainsKey(qualification)).ToList();
            own.ForEach(qualification => _columns.Add(qualification, Columns));
            Columns += own.Count > 0 ? 1 : 0;
        }
    }

    /// <summary>Within a level, what follows stands above; where routes go round in circles, the first to come decides.</summary>
    private void SetDepths(IReadOnlyList<PathwayRoute> routes)
    {
        foreach (var qualification in routes.SelectMany(route => route.Qualifications))
        {
            _depths[qualification] = 0;
        }

        var moved = true;
        for (var pass = 0; pass < _depths.Count && moved; pass++)
        {
            moved = false;
            foreach (var step in routes.SelectMany(route => route.Steps).Where(step => step.From.Level == step.To.Level && _depths[step.To] <= _depths[step.From]))
            {
                _depths[step.To] = _depths[step.From] + 1;
                moved = true;
            }
        }

        // A circle may leave two in the same place.
        var taken = new HashSet<(int Column, int Level, int Depth)>();
        foreach (var (qualification, column) in _columns)
        {
            while (!taken.Add((column, qualification.Level, _depths[qualification])))
            {
                _depths[qualification]++;
            }
        }
    }
}
