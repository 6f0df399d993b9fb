using System.Text.Json.Nodes;
using Maillage.Data;
using Maillage.Data.Backup;
using Maillage.Publishing;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class BackupRefusalTests : IAsyncLifetime
{
    private readonly BackupFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Database Target => _folder.Sqlite("to");

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.SaveAsync([.. TestData.Territories(), new TestData().Campus()]);
        _folder.WriteFile("from", "files/a.txt", "a");
        await _folder.BackUpAsync(_database.Database, "from");
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Restore_EveryByteFlipped_IsRefused()
    {
        var whole = await File.ReadAllBytesAsync(_folder.Archive, Ct);
        var flipped = _folder.State("flipped.zip");

        for (var position = 0; position < whole.Length; position++)
        {
            var bytes = whole.ToArray();
            bytes[position] ^= (byte)(1 << (position % 8));
            await File.WriteAllBytesAsync(flipped, bytes, Ct);

            var restored = await _folder.RestoreAsync(Target, "to", flipped);

            Assert.True(restored.Problem?.Code is "data.backup.damaged" or "data.backup.not_a_backup", $"Byte {position}: {restored.Problem}");
        }

        AssertNothingWritten();
    }

    [Fact]
    public async Task Restore_CutAnywhereOrLengthened_IsRefused()
    {
        var whole = await File.ReadAllBytesAsync(_folder.Archive, Ct);
        var cut = _folder.State("cut.zip");

        foreach (var length in Enumerable.Range(0, whole.Length).Where(length => length % 37 == 0).Append(whole.Length - 1).Append(whole.Length + 1))
        {
            await File.WriteAllBytesAsync(cut, [.. whole.Take(length), .. new byte[Math.Max(0, length - whole.Length)]], Ct);

            var restored = await _folder.RestoreAsync(Target, "to", cut);

            Assert.Equal("data.backup.not_a_backup", restored.Problem?.Code);
        }

        AssertNothingWritten();
    }

    public static TheoryData<string, string> Forgeries => new()
    {
        { "missing entry", "data.backup.inconsistent" },
        { "unannounced entry", "data.backup.inconsistent" },
        { "changed entry", "data.backup.inconsistent" },
        { "longer than announced", "data.backup.inconsistent" },
        { "shorter than announced", "data.backup.inconsistent" },
        { "negative length", "data.backup.inconsistent" },
        { "wrong row count", "data.backup.inconsistent" },
        { "wrong digest", "data.backup.inconsistent" },
        { "file outside the state", "data.backup.inconsistent" },
        { "file at an absolute path", "data.backup.inconsistent" },
        { "file in another folder", "data.backup.inconsistent" },
        { "no manifest", "data.backup.not_a_backup" },
        { "manifest that is no JSON", "data.backup.not_a_backup" },
        { "manifest without tables", "data.backup.not_a_backup" },
        { "another product", "data.backup.not_a_backup" },
        { "later format", "data.backup.unknown_format" },
        { "unknown migration", "data.backup.unknown_migration" },
        { "larger than the disk", "data.restore.no_space" },
        { "row of other columns", "data.backup.inconsistent" },
        { "value of another kind", "data.backup.inconsistent" },
        { "row without an end", "data.backup.inconsistent" },
        { "row that refers to nothing", "data.restore.links_broken" },
        { "row twice", "data.restore.rows_refused" },
        { "unknown table", "data.restore.rows_refused" },
        { "unknown column", "data.restore.rows_refused" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Restore_Forged_IsRefusedAndNothingIsWritten(string forgery, string problem)
    {
        BackupArchives.Forge(_folder.Archive, (entries, manifest) => Forge(forgery, entries, manifest));

        var restored = await _folder.RestoreAsync(Target, "to");

        Assert.Equal(problem, restored.Problem?.Code);
        await AssertEmptyAsync();
    }

    [Theory]
    [InlineData("value of another kind", "data.backup.inconsistent")]
    [InlineData("row that refers to nothing", "data.restore.links_broken")]
    [InlineData("row twice", "data.restore.rows_refused")]
    [InlineData("unknown table", "data.restore.rows_refused")]
    [InlineData("unknown column", "data.restore.rows_refused")]
    public async Task Restore_RefusedByTheDatabase_LeavesItEmpty(string forgery, string problem)
    {
        await using var other = await TestDatabase.CreateAsync();
        BackupArchives.Forge(_folder.Archive, (entries, manifest) => Forge(forgery, entries, manifest));

        var restored = await _folder.RestoreAsync(other.Database, "to");

        await using var db = other.NewContext();
        Assert.Equal(problem, restored.Problem?.Code);
        Assert.Equal(0, await db.Set<Maillage.Network.Sector>().CountAsync(Ct));
        Assert.Equal(2, await db.Set<PublishedRevision>().CountAsync(Ct));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.State("to")));
    }

    [Fact]
    public async Task Restore_EntryTwice_IsRefused()
    {
        BackupArchives.Write(_folder.Archive, [new("manifest.json", "{}"u8.ToArray()), new("manifest.json", "{}"u8.ToArray())]);

        var restored = await _folder.RestoreAsync(Target, "to");

        Assert.Equal("data.backup.not_a_backup", restored.Problem?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a backup")]
    [InlineData("PK\u0003\u0004 and then something else, long enough to hold the end of a backup, which it is not, however long")]
    public async Task Restore_SomeOtherFile_IsRefused(string content)
    {
        await File.WriteAllTextAsync(_folder.Archive, content, Ct);

        var restored = await _folder.RestoreAsync(Target, "to");

        Assert.Equal("data.backup.not_a_backup", restored.Problem?.Code);
        AssertNothingWritten();
    }

    [Fact]
    public async Task Restore_NoFile_IsRefused()
    {
        var restored = await _folder.RestoreAsync(Target, "to", _folder.State("nothing.zip"));

        Assert.Equal("data.backup.file_missing", restored.Problem?.Code);
    }

    [Fact]
    public async Task Restore_WhereRowsAre_IsRefusedAndLeavesThem()
    {
        await using var other = await TestDatabase.CreateAsync();
        await other.SaveAsync(TestData.Sector("theirs", "À eux"));

        var restored = await _folder.RestoreAsync(other.Database, "to");

        await using var db = other.NewContext();
        Assert.Equal("data.restore.table_not_empty", restored.Problem?.Code);
        // The row, and the trace of its save: which of the two is found first is the order of all tables.
        Assert.Contains(restored.Problem?.Arguments[0], new object?[] { "sectors", "audit_entries" });
        Assert.Equal(1, await db.Set<Maillage.Network.Sector>().CountAsync(Ct));
        Assert.Empty(_folder.Files("to"));
    }

    [Theory]
    [InlineData("files/b.txt")]
    [InlineData("keys/b.xml")]
    public async Task Restore_WhereFilesAre_IsRefusedAndLeavesThem(string file)
    {
        _folder.WriteFile("to", file, "b");

        var restored = await _folder.RestoreAsync(Target, "to");

        Assert.Equal("data.restore.folder_not_empty", restored.Problem?.Code);
        Assert.Equal("b", Assert.Single(_folder.Files("to")).Value);
        Assert.False(File.Exists(Path.Combine(_folder.State("to"), "maillage.db")));
    }

    [Fact]
    public async Task Backup_OntoAFile_IsRefusedAndLeavesIt()
    {
        await File.WriteAllTextAsync(_folder.Archive, "mine", Ct);

        var written = await BackUpAsync(_folder.Archive);

        Assert.Equal("data.backup.exists", written);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.Archive, Ct));
    }

    [Theory]
    [InlineData("nowhere/a.zip", "data.backup.no_folder")]
    [InlineData("from/files/a.zip", "data.backup.inside_state")]
    public async Task Backup_ToAWrongPlace_IsRefused(string file, string problem)
    {
        var written = await BackUpAsync(_folder.State(file));

        Assert.Equal(problem, written);
    }

    [Fact]
    public async Task Backup_WhileAnotherWritesThere_IsRefused()
    {
        var file = _folder.State("other.zip");
        await using var theirs = new FileStream(file + ".partial", FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var written = await BackUpAsync(file);

        Assert.Equal("data.backup.under_way", written);
        Assert.True(File.Exists(file + ".partial"));
    }

    [Fact]
    public async Task Backup_OverWhatAKilledOneLeft_IsWritten()
    {
        var file = _folder.State("other.zip");
        await File.WriteAllTextAsync(file + ".partial", new string('x', 100_000), Ct);

        var written = await BackUpAsync(file);

        Assert.Null(written);
        Assert.False(File.Exists(file + ".partial"));
        Assert.Null((await _folder.RestoreAsync(Target, "to", file)).Problem);
    }

    [Fact]
    public async Task Backup_OfADatabaseNotUpToDate_IsRefused()
    {
        var written = await new WriteBackup(Target, TimeProvider.System).ExecuteAsync(_folder.State("b.zip"), _folder.State("to"), Ct);

        Assert.Equal("data.backup.pending_migrations", written.Problem?.Code);
        AssertNothingWritten();
    }

    private async Task<string?> BackUpAsync(string file) =>
        (await new WriteBackup(_database.Database, TimeProvider.System).ExecuteAsync(file, _folder.State("from"), Ct)).Problem?.Code;

    private static void Forge(string forgery, Dictionary<string, byte[]> entries, JsonObject manifest)
    {
        var sectors = BackupArchives.Table(manifest, "sectors");
        var entry = (string)sectors["entry"]!;
        var file = manifest["files"]![0]!.AsObject();
        switch (forgery)
        {
            case "missing entry": entries.Remove(entry); break;
            case "unannounced entry": entries["files/b.txt"] = [1]; break;
            case "changed entry": entries[entry][5] ^= 1; break;
            case "longer than announced": sectors["bytes"] = (long)sectors["bytes"]! - 1; break;
            case "shorter than announced": sectors["bytes"] = (long)sectors["bytes"]! + 1; break;
            case "negative length": sectors["bytes"] = -1; break;
            case "wrong row count": sectors["rows"] = 7; break;
            case "wrong digest": sectors["sha256"] = new string('0', 64); break;
            case "file outside the state": Rename("files/../../a.txt"); break;
            case "file at an absolute path": Rename("/tmp/a.txt"); break;
            case "file in another folder": Rename("index/a.txt"); break;
            case "no manifest": manifest.Clear(); entries["manifest.json"] = []; break;
            case "manifest that is no JSON": entries["manifest.json"] = "{"u8.ToArray(); break;
            case "manifest without tables": manifest.Remove("tables"); break;
            case "another product": manifest["product"] = "Autre"; break;
            case "later format": manifest["format"] = 2; manifest.Remove("tables"); break;
            case "unknown migration": manifest["lastMigration"] = "Demain"; break;
            case "larger than the disk": sectors["bytes"] = long.MaxValue / 2; break;
            case "row of other columns": BackupArchives.Replace(entries, manifest, "sectors", "[1]\n"); break;
            case "value of another kind": BackupArchives.Replace(entries, manifest, "published_revision", "[\"a\",1]\n"); break;
            case "row without an end": BackupArchives.Replace(entries, manifest, "published_revision", "[1,1]\n[2,"); break;
            case "row that refers to nothing": BackupArchives.Replace(entries, manifest, "sectors", ""); break;
            case "row twice": BackupArchives.Replace(entries, manifest, "published_revision", "[1,1]\n[1,1]\n"); break;
            case "unknown table": sectors["name"] = "secteurs"; break;
            case "unknown column": sectors["columns"]![0]!["name"] = "code\" int); DROP TABLE sectors; --"; break;
            default: throw new ArgumentOutOfRangeException(nameof(forgery), forgery, null);
        }

        void Rename(string name)
        {
            entries[name] = entries[(string)file["entry"]!];
            entries.Remove((string)file["entry"]!);
            file["entry"] = name;
        }
    }

    private void AssertNothingWritten() => Assert.False(Directory.Exists(_folder.State("to")));

    /// <summary>A restoration that was refused late leaves migrated tables at most.</summary>
    private async Task AssertEmptyAsync()
    {
        if (Directory.Exists(_folder.State("to")))
        {
            Assert.Empty(Directory.GetDirectories(_folder.State("to")));
            await using var db = Target.NewContext();
            if ((await db.Database.GetAppliedMigrationsAsync(Ct)).Any())
            {
                Assert.Equal(0, await db.Set<Maillage.Network.Sector>().CountAsync(Ct));
                Assert.Equal(0, await db.Set<FactReport>().CountAsync(Ct));
            }
        }
    }
}
