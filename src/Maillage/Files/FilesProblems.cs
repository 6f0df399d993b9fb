using Maillage.Shared;

namespace Maillage.Files;

/// <summary>Every expected failure of the module. The name is the file's own, cleaned.</summary>
public static class FilesProblems
{
    public const string Field = "file";

    public static readonly Problem Missing = new("files.missing") { Field = Field };

    public static Problem Empty(string name) => new("files.empty", name) { Field = Field };

    public static Problem TooLarge(string name) => new("files.too_large", name, CheckFile.MaxBytes / (1024 * 1024)) { Field = Field };

    public static Problem KindRefused(string name) => new("files.kind_refused", name) { Field = Field };

    /// <summary>It begins as one kind of file, and cannot be read as one.</summary>
    public static Problem Broken(string name) => new("files.broken", name) { Field = Field };

    public static Problem HoldsMacros(string name) => new("files.holds_macros", name) { Field = Field };

    /// <summary>Unpacked, it would be far larger than it says.</summary>
    public static Problem UnpacksTooLarge(string name) => new("files.unpacks_too_large", name) { Field = Field };

    public static Problem TooManyPixels(string name) => new("files.too_many_pixels", name, Picture.MaxPixels / 1_000_000) { Field = Field };
}
