namespace Maillage.TestKit;

/// <summary>Folders of the repository that tests read.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The starter facts as they are committed.</summary>
    public static string Starter => Path.Combine(Root, "data", "starter");

    private static string FindRoot(string folder)
    {
        var candidate = new DirectoryInfo(folder);
        while (candidate is not null && !File.Exists(Path.Combine(candidate.FullName, "Maillage.slnx")))
        {
            candidate = candidate.Parent;
        }

        return candidate?.FullName ?? throw new DirectoryNotFoundException($"No repository above {folder}.");
    }
}
