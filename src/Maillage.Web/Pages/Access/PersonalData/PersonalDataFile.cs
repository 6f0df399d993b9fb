using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Maillage.Web.Pages.Access.PersonalData;

/// <summary>What is held of a person, as the file that they, or who answers for them, take away.</summary>
internal static class PersonalDataFile
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static FileContentResult Of(IReadOnlyDictionary<string, object> held) =>
        new(JsonSerializer.SerializeToUtf8Bytes(held, Written), "application/json") { FileDownloadName = "maillage.json" };
}
