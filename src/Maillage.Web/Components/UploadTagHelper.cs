using System.Text.Encodings.Web;
using Maillage.Files;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary><c>&lt;upload name="file" label="…" hint="…" /&gt;</c>: a file of one of the kinds taken; the browser says at once when it is too large.</summary>
[HtmlTargetElement("upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UploadTagHelper(HtmlEncoder encoder, Texts texts) : FormControlTagHelper(encoder)
{
    private static readonly string Accept = string.Join(',', Enum.GetValues<FileKind>().Select(kind => kind.Extension()).Append(".jpeg"));

    public bool Required { get; set; }

    protected override string GroupClass => "fr-upload-group";

    protected override string Control(string attributes, bool isWrong) =>
        $"<input class=\"fr-upload\" {attributes} type=\"file\" accept=\"{Accept}\" data-max-bytes=\"{CheckFile.MaxBytes}\" data-too-large=\"{Encode(texts["files.too_large_here", CheckFile.MaxBytes / (1024 * 1024)])}\"{(Required ? " required" : "")}>";
}
