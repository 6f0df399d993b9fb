using System.Globalization;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Catalogue;

/// <summary>
/// The routes as a ladder to climb: a lane a level, the highest on top; the chosen route in the first column with its places,
/// the others beside it; the lines that come to a step say by their style in which modes it is prepared.
/// </summary>
public sealed class PathwayLadder
{
    public const int Width = 1160;
    public const int LaneTextX = 12;

    private const double FirstX = 124;
    private const double Edge = 3;
    private const double ChosenWidth = 330;
    private const double AloneWidth = 640;
    private const double OtherWidth = 260;
    private const double ColumnGap = 18;
    private const double RowGap = 46;
    private const double EmptyLane = 34;
    private const double ModeGap = 6;

    private readonly Texts _texts;
    private readonly PathwayAnswer _answer;
    private readonly LadderGrid _grid;
    private readonly Dictionary<QualificationRecord, RouteStop> _stops;
    private readonly HashSet<QualificationRecord> _onChosen;
    private readonly double[] _tops;
    private readonly double[] _heights;

    private PathwayLadder(PathwayView view, Texts texts)
    {
        (_texts, _answer) = (texts, view.Answer);
        _grid = new LadderGrid(view.Answer.Routes, view.Chosen);
        _onChosen = [.. view.Chosen.Qualifications];
        _stops = view.ChosenFirst.SelectMany(row => row.Stops).DistinctBy(stop => stop.Qualification).ToDictionary(stop => stop.Qualification);
        _tops = new double[_grid.Rows];
        _heights = new double[_grid.Rows];
        var lines = _grid.Qualifications.ToDictionary(qualification => qualification, LinesOf);
        foreach (var (qualification, set) in lines)
        {
            var row = _grid.Row(qualification);
            _heights[row] = Math.Max(_heights[row], LadderBox.HeightOf(set));
        }

        Lanes = SetLanes();
        Boxes = [.. lines.Select(pair => BoxOf(pair.Key, pair.Value)).OrderBy(box => box.IsChosen).ThenByDescending(box => box.Y)];
        Links = [.. LinksOf(view).OrderBy(link => link.IsChosen)];
    }

    /// <summary>From the highest level to the lowest.</summary>
    public IReadOnlyList<LadderLane> Lanes { get; }

    /// <summary>The chosen route comes last, from bottom to top.</summary>
    public IReadOnlyList<LadderBox> Boxes { get; }

    /// <summary>The chosen route comes last.</summary>
    public IReadOnlyList<LadderLink> Links { get; }

    public double Height { get; private set; }

    /// <summary>Modes that some line stands for, in their usual order; null for a step without a known place.</summary>
    public IEnumerable<TrainingMode?> Modes => Links.Select(link => link.Mode).Distinct().OrderBy(mode => mode is null).ThenBy(mode => mode);

    public static PathwayLadder Of(PathwayView view, Texts texts) => new(view, texts);

    private bool IsAlone => _grid.Columns == 1;

    private double ColumnX(int column) => column == 0 ? FirstX : FirstX + ChosenWidth + ColumnGap + (ColumnGap / 2) + ((column - 1) * (ColumnWidth(column) + ColumnGap));

    private double ColumnWidth(int column)
    {
        if (column == 0)
        {
            return IsAlone ? AloneWidth : ChosenWidth;
        }

        var room = Width - Edge - FirstX - ChosenWidth - (ColumnGap * 1.5);
        return Math.Min(OtherWidth, (room + ColumnGap) / (_grid.Columns - 1) - ColumnGap);
    }

    private List<LadderLane> SetLanes()
    {
        var lanes = new List<LadderLane>();
        var y = 0d;
        for (var level = Qualification.HighestLevel; level >= Qualification.LowestLevel; level--)
        {
            var top = y;
            var rows = Enumerable.Range(0, _grid.Rows).Where(row => _grid.LevelOf(row) == level).Reverse().ToList();
            foreach (var row in rows)
            {
                _tops[row] = y + (RowGap / 2);
                y += _heights[row] + RowGap;
            }

            y += rows.Count == 0 ? EmptyLane : 0;
            lanes.Add(new LadderLane(level, top, y - top, rows.Count == 0));
        }

        Height = y;
        return lanes;
    }

    private IReadOnlyList<LadderLine> LinesOf(QualificationRecord qualification)
    {
        var (stop, width) = (_stops[qualification], ColumnWidth(_grid.Column(qualification)) - (2 * LadderBox.Padding));
        return _onChosen.Contains(qualification)
            ?
            [
                .. Set(qualification.Name, LadderLineKind.Name, width, most: 3),
                .. Set(_texts.WayTo(stop), LadderLineKind.Basis, width, most: 2),
                .. stop.Places.Shown.SelectMany(place => Set(_texts.Place(place) + _texts.PlaceNotes(place), LadderLineKind.Place, width, most: 2)),
                .. _texts.Beyond(stop.Places) is { } beyond ? Set(beyond, LadderLineKind.Note, width, most: 2) : [],
            ]
            :
            [
                .. Set(qualification.Name, LadderLineKind.OtherName, width, most: 5),
                .. Set(_texts.WayTo(stop), LadderLineKind.Note, width, most: 3),
                .. Set(_texts.Nearest(stop.Places), LadderLineKind.Note, width, most: 2),
            ];
    }

    private static IEnumerable<LadderLine> Set(string text, LadderLineKind kind, double width, int most) =>
        DrawnText.Lines(text, width, LadderLine.SizeOf(kind), most).Select(line => new LadderLine(line, kind));

    private LadderBox BoxOf(QualificationRecord qualification, IReadOnlyList<LadderLine> lines)
    {
        var (column, row) = (_grid.Column(qualification), _grid.Row(qualification));
        return new LadderBox(qualification, _onChosen.Contains(qualification), ColumnX(column), _tops[row], ColumnWidth(column), _heights[row], lines);
    }

    private IEnumerable<LadderLink> LinksOf(PathwayView view)
    {
        var chosen = view.Chosen.Steps.ToHashSet();
        return _answer.Routes.SelectMany(route => route.Steps).Distinct().SelectMany(step =>
        {
            var modes = ModesOf(_stops[step.To]);
            return modes.Select((mode, index) => new LadderLink(
                step, mode, chosen.Contains(step), Path(step, (index - ((modes.Count - 1) / 2.0)) * ModeGap)));
        });
    }

    private static List<TrainingMode?> ModesOf(RouteStop stop)
    {
        var modes = stop.Places.Shown.SelectMany(place => place.Offers).Select(offer => (TrainingMode?)offer.Mode).Distinct().Order().ToList();
        return modes.Count == 0 ? [null] : modes;
    }

    /// <summary>From the top of one box to the bottom of another; past rows between them, up a column where nothing stands.</summary>
    private string Path(PathwayStep step, double shift)
    {
        var (from, to) = (_grid.Row(step.From), _grid.Row(step.To));
        var (startX, endX) = (MiddleX(step.From) + shift, MiddleX(step.To) + shift);
        var (startY, endY) = (_tops[from], _tops[to] + _heights[to]);
        if (to - from <= 1)
        {
            return Invariant($"M{startX:0.#} {startY:0.#}C{startX:0.#} {startY - (RowGap / 2):0.#} {endX:0.#} {endY + (RowGap / 2):0.#} {endX:0.#} {endY:0.#}");
        }

        var x = ChannelX(step, from, to) + shift;
        return Invariant($"M{startX:0.#} {startY:0.#}C{startX:0.#} {startY - (RowGap / 2):0.#} {x:0.#} {startY - (RowGap / 2):0.#} {x:0.#} {startY - RowGap:0.#}")
            + Invariant($"V{endY + RowGap:0.#}C{x:0.#} {endY + (RowGap / 2):0.#} {endX:0.#} {endY + (RowGap / 2):0.#} {endX:0.#} {endY:0.#}");
    }

    private double ChannelX(PathwayStep step, int from, int to)
    {
        foreach (var qualification in (QualificationRecord[])[step.To, step.From])
        {
            if (_grid.IsFree(_grid.Column(qualification), from + 1, to - 1))
            {
                return MiddleX(qualification);
            }
        }

        var column = _grid.Column(step.To);
        return ColumnX(column) + ColumnWidth(column) + (ColumnGap / 2);
    }

    private double MiddleX(QualificationRecord qualification) => _grid.Column(qualification) is var column ? ColumnX(column) + (ColumnWidth(column) / 2) : 0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
