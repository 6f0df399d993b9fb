using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;

namespace Maillage.Web.Components.Catalogue;

/// <summary>A level, as a band across the drawing.</summary>
/// <param name="IsThin">Whether no step stands on it.</param>
public sealed record LadderLane(int Level, double Y, double Height, bool IsThin);

/// <summary>A step from one box up to another, in one mode; null where no place is known.</summary>
public sealed record LadderLink(PathwayStep Step, TrainingMode? Mode, bool IsChosen, string Path);

/// <summary>A qualification on the ladder.</summary>
public sealed record LadderBox(
    QualificationRecord Qualification, bool IsChosen, double X, double Y, double Width, double Height, IReadOnlyList<LadderLine> Lines)
{
    public const double Padding = 12;

    /// <summary>Each line with the height of its feet within the drawing.</summary>
    public IEnumerable<(LadderLine Line, double Y)> Set()
    {
        var y = Y + Padding;
        foreach (var line in Lines)
        {
            y += LadderLine.HeightOf(line.Kind);
            yield return (line, y - LadderLine.Descent);
        }
    }

    public static double HeightOf(IEnumerable<LadderLine> lines) => (2 * Padding) + lines.Sum(line => LadderLine.HeightOf(line.Kind));
}

/// <summary>What a line of a box tells.</summary>
public enum LadderLineKind
{
    Name,
    Basis,
    Place,
    Note,
    OtherName,
}

/// <summary>One line of text in a box.</summary>
public sealed record LadderLine(string Text, LadderLineKind Kind)
{
    /// <summary>What letters such as p need below the line.</summary>
    public const double Descent = 5;

    public static double SizeOf(LadderLineKind kind) => kind switch
    {
        LadderLineKind.Name => 16,
        LadderLineKind.OtherName => 13,
        LadderLineKind.Note => 12,
        _ => 13,
    };

    public static double HeightOf(LadderLineKind kind) => kind switch
    {
        LadderLineKind.Name => 21,
        LadderLineKind.Basis => 20,
        LadderLineKind.Place => 18,
        _ => 17,
    };
}
