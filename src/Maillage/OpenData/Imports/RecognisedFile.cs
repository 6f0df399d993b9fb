namespace Maillage.OpenData.Imports;

/// <summary>A file and the data set that it is, known by its columns, never by its name.</summary>
/// <param name="Found">How many of the declared columns it has.</param>
public sealed record RecognisedFile(SourceFile File, DataSet DataSet, int Found)
{
    /// <summary>The data set of which the file has the most columns; null when it is none of them.</summary>
    public static RecognisedFile? Of(SourceFile file, IReadOnlyList<DataSet> dataSets)
    {
        if (file.Format == FileFormat.Xml)
        {
            var root = XmlRoot.Of(file);
            return dataSets.FirstOrDefault(dataSet => dataSet.Xml is { } xml && xml.Root == root) is { } drawn ? new RecognisedFile(file, drawn, 0) : null;
        }

        using var records = Records.Open(file, null);
        return records.Header is not { } header
            ? null
            : dataSets.Where(dataSet => dataSet.Xml is null)
                .Select(dataSet => (DataSet: dataSet, Match: HeaderMatch.Of(dataSet, header)))
                .Where(one => one.Match.IsWhole)
                .OrderByDescending(one => one.Match.Found).ThenBy(one => one.DataSet.Name, StringComparer.Ordinal)
                .Select(one => new RecognisedFile(file, one.DataSet, one.Match.Found))
                .FirstOrDefault();
    }
}
