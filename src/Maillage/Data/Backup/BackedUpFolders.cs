using Maillage.Shared;

namespace Maillage.Data.Backup;

/// <summary>The folders of the state that only a backup can bring back; all others can be rebuilt.</summary>
internal static class BackedUpFolders
{
    public static readonly IReadOnlyList<string> Names = ["files", "keys"];

    // Links are not followed: they lead out of the state. Hidden files are files too.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Path of each file, and its name in the archive.</summary>
    public static IEnumerable<(string Path, string Entry)> Files(string state) =>
        from name in Names
        let folder = Path.Combine(state, name)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, "*", Everything)
        select (file, Path.GetRelativePath(state, file).Replace(Path.DirectorySeparatorChar, '/'));

    public static Problem? CheckEmpty(string state) =>
        Names.Select(name => Path.Combine(state, name)).FirstOrDefault(folder => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            is { } full ? BackupProblems.FolderNotEmpty(full) : null;

    /// <summary>A backup does not hold itself.</summary>
    public static bool Contain(string state, string file) =>
        Names.Any(name => Path.GetFullPath(file).StartsWith(Path.Combine(state, name) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>Whether the entry names a file inside one of the folders: no step upwards, no absolute path.</summary>
    public static bool Holds(string entry) =>
        entry.Split('/') is [var folder, _, ..] steps
        && Names.Contains(folder, StringComparer.Ordinal)
        && steps.All(step => step is not ("" or "." or "..") && !step.Contains('\\', StringComparison.Ordinal) && !step.Contains('\0', StringComparison.Ordinal));
}
