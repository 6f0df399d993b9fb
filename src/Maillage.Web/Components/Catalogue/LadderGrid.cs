using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Register;

namespace Maillage.Web.Components.Catalogue;

/// <summary>
/// Where the qualifications of several routes stand: the chosen route in the first column, what each other route alone goes by
/// in one of the next; one row a level, and more where a route stays at its level.
/// </summary>
internal sealed class LadderGrid
{
    private readonly Dictionary<QualificationRecord, int> _depths = [];
    private readonly Dictionary<QualificationRecord, int> _columns = [];
    private readonly Dictionary<QualificationRecord, int> _rows = [];
    private readonly List<int> _levels = [];

    public LadderGrid(IReadOnlyList<PathwayRoute> routes, PathwayRoute chosen)
    {
        IReadOnlyList<PathwayRoute> ordered = [chosen, .. routes.Where(route => route != chosen)];
        SetDepths(ordered);
        SetRows();
        SetColumns(ordered);
    }

    public int Columns { get; private set; }

    public int Rows => _levels.Count;

    public IEnumerable<QualificationRecord> Qualifications => _columns.Keys;

    public int LevelOf(int row) => _levels[row];

    public int Column(QualificationRecord qualification) => _columns[qualification];

    /// <summary>From the bottom, 0.</summary>
    public int Row(QualificationRecord qualification) => _rows[qualification];

    /// <summary>Whether nothing stands in a column from one row to another, both included.</summary>
    public bool IsFree(int column, int lowest, int highest) =>
        !_columns.Any(pair => pair.Value == column && _rows[pair.Key] is var row && row >= lowest && row <= highest);

    /// <summary>Within a level, what follows stands above; where routes go round in circles, the last to be looked at decides.</summary>
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
    }

    private void SetRows()
    {
        foreach (var row in _depths.GroupBy(pair => (pair.Key.Level, pair.Value), pair => pair.Key).OrderBy(row => row.Key))
        {
            foreach (var qualification in row)
            {
                _rows.Add(qualification, _levels.Count);
            }

            _levels.Add(row.Key.Level);
        }
    }

    /// <summary>What a route alone goes by takes the first column, beside the chosen route, that is free from its lowest row to its highest.</summary>
    private void SetColumns(IReadOnlyList<PathwayRoute> routes)
    {
        foreach (var route in routes)
        {
            var own = route.Qualifications.Where(qualification => !_columns.ContainsKey(qualification)).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            var column = Math.Min(Columns, 1);
            while (!IsFree(column, own.Min(Row), own.Max(Row)))
            {
                column++;
            }

            foreach (var qualification in own)
            {
                // Two of them share a row when routes go round in circles.
                var at = column;
                while (!IsFree(at, Row(qualification), Row(qualification)))
                {
                    at++;
                }

                _columns.Add(qualification, at);
                Columns = Math.Max(Columns, at + 1);
            }
        }
    }
}
