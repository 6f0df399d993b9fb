using Maillage.Data.Backup;

namespace Maillage.Web.Verbs;

/// <summary>What a backup holds, as <c>backup</c> and <c>restore</c> print it.</summary>
internal static class BackupContents
{
    public static void SayContents(this VerbContext context, BackupManifest manifest)
    {
        foreach (var table in manifest.Tables)
        {
            context.Out.WriteLine($"  {table.Name,-32} {table.Rows,12:N0}");
        }

        context.Say("verbs.backup.contents", manifest.Tables.Sum(table => table.Rows), manifest.Tables.Count, manifest.Files.Count);
    }
}
