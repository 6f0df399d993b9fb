using Maillage.Shared;

namespace Maillage.Data.Backup;

/// <summary>Every expected failure of a backup or a restoration.</summary>
public static class BackupProblems
{
    /// <summary>The field concerned when it is the file given that is wrong.</summary>
    public const string File = nameof(File);

    public static Problem Exists(string file) => new("data.backup.exists", file) { Field = File };

    public static Problem NoFolder(string file) => new("data.backup.no_folder", file) { Field = File };

    public static Problem InsideState(string file) => new("data.backup.inside_state", file) { Field = File };

    public static Problem UnderWay(string file) => new("data.backup.under_way", file);

    public static Problem PendingMigrations(string migration) => new("data.backup.pending_migrations", migration);

    public static Problem FileMissing(string file) => new("data.backup.file_missing", file) { Field = File };

    public static Problem NotABackup(string file) => new("data.backup.not_a_backup", file) { Field = File };

    public static Problem Damaged(string file) => new("data.backup.damaged", file) { Field = File };

    public static Problem Inconsistent(string file, string entry) => new("data.backup.inconsistent", file, entry) { Field = File };

    public static Problem UnknownFormat(string file, int format) => new("data.backup.unknown_format", file, format) { Field = File };

    public static Problem UnknownMigration(string file, string migration) => new("data.backup.unknown_migration", file, migration) { Field = File };

    public static Problem TableNotEmpty(string table, long rows) => new("data.restore.table_not_empty", table, rows);

    public static Problem FolderNotEmpty(string folder) => new("data.restore.folder_not_empty", folder);

    public static Problem NoSpace(decimal needed, decimal available) => new("data.restore.no_space", Megabytes(needed), Megabytes(available));

    public static Problem RowsRefused(string table, string reason) => new("data.restore.rows_refused", table, reason);

    public static Problem LinksBroken(string file) => new("data.restore.links_broken", file) { Field = File };

    private static decimal Megabytes(decimal bytes) => Math.Ceiling(bytes / 1_000_000);
}
