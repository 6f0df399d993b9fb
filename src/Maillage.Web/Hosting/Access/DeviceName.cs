namespace Maillage.Web.Hosting.Access;

/// <summary>A browser and its system, in two words that their owner recognises in a list.</summary>
public static class DeviceName
{
    // The first that is found: browsers name those that they resemble after themselves.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent)
    {
        var words = new[] { Known(Browsers, userAgent), Known(Systems, userAgent) }.OfType<string>().ToList();
        return words.Count == 0 ? "?" : string.Join(" · ", words);
    }

    private static string? Known((string Mark, string Name)[] marks, string? userAgent) =>
        marks.FirstOrDefault(mark => userAgent?.Contains(mark.Mark, StringComparison.Ordinal) == true).Name;
}
