namespace Maillage.OpenData;

/// <summary>What the operations of the module do, as the audit names it.</summary>
public static class DataActs
{
    public const string CuratedFilesLoaded = "data.act.curated_files_loaded";
}
