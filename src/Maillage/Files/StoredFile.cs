using System.Security.Cryptography;
using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Files;

/// <summary>A file that the platform keeps: what it is. What it holds stands in a table of its own, read only when it is asked for.</summary>
public sealed class StoredFile
{
    /// <summary>Of a SHA-256, in hexadecimal.</summary>
    public const int DigestLength = 64;

    public Guid StoredFileId { get; init; } = Guid.CreateVersion7();

    /// <summary>With the extension of its kind.</summary>
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Bytes of what is kept, which for a picture is not what was sent.</summary>
    public required int Length { get; init; }

    /// <summary>SHA-256 of what is kept.</summary>
    public required string Digest { get; init; }

    /// <summary>UTC instant at which it came.</summary>
    public required DateTime StoredAt { get; init; }

    /// <summary>Account of who sent it.</summary>
    public Guid? StoredBy { get; init; }
}

/// <summary>What a file holds.</summary>
public sealed class StoredContent
{
    public required Guid StoredFileId { get; init; }

    public required byte[] Bytes { get; init; }
}

public static class FilesTables
{
    extension(MaillageDb db)
    {
        public DbSet<StoredFile> StoredFiles => db.Set<StoredFile>();

        public DbSet<StoredContent> StoredContents => db.Set<StoredContent>();

        /// <summary>Adds a checked file to the current unit of work, which the caller saves with what it belongs to.</summary>
        public StoredFile Store(CheckedFile file, Guid? by, DateTime now)
        {
            var stored = new StoredFile
            {
                Name = file.Name,
                Kind = file.Kind,
                Length = file.Content.Length,
                Digest = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
                StoredAt = now,
                StoredBy = by,
            };
            db.Add(stored);
            db.Add(new StoredContent { StoredFileId = stored.StoredFileId, Bytes = file.Content });
            return stored;
        }
    }
}

internal sealed class StoredFileTables : IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<StoredContent>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("stored_files");
        file.HasKey(row => row.StoredFileId);
        file.Property(row => row.StoredFileId).ValueGeneratedNever();
        file.Property(row => row.Name).HasMaxLength(FileName.MaxLength + 10);
        file.Property(row => row.Digest).HasMaxLength(StoredFile.DigestLength);
    }

    public void Configure(EntityTypeBuilder<StoredContent> content)
    {
        content.ToTable("file_contents").IsItsOwnTrace();
        content.HasKey(row => row.StoredFileId);
        content.Property(row => row.StoredFileId).ValueGeneratedNever();
        content.HasOne<StoredFile>().WithOne().HasForeignKey<StoredContent>(row => row.StoredFileId).OnDelete(DeleteBehavior.Cascade);
    }
}
