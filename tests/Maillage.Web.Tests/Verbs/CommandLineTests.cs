using System.Globalization;
using Maillage.Data;
using Maillage.Web.Hosting;
using Maillage.Web.Verbs;
using Xunit;

namespace Maillage.Web.Tests.Verbs;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_NoWord_ServesFromTheDefaults()
    {
        var line = CommandLine.Parse([], Nothing).Value!;

        Assert.Equal("serve", line.Verb.Name);
        Assert.Equal("http://localhost:5080", line.Settings.Urls);
        Assert.Equal(Path.GetFullPath("var"), line.Settings.State);
        Assert.Equal(Database.Sqlite(Path.GetFullPath("var/maillage.db")), line.Settings.Database);
    }

    [Theory]
    [InlineData("backup", "a.zip", "--state", "x")]
    [InlineData("--state", "x", "backup", "a.zip")]
    [InlineData("backup", "--state=x", "a.zip")]
    public void Parse_OptionsAnywhere_AreRead(params string[] args)
    {
        var line = CommandLine.Parse(args, Nothing).Value!;

        Assert.Equal("backup", line.Verb.Name);
        Assert.Equal(["a.zip"], line.Arguments);
        Assert.Equal(Path.GetFullPath("x"), line.Settings.State);
    }

    [Fact]
    public void Parse_Environment_IsReadAfterTheOptions()
    {
        var variables = new Dictionary<string, string?>
        {
            ["MAILLAGE_URLS"] = "http://[::1]:1",
            ["MAILLAGE_STATE"] = "/from/variable",
            ["MAILLAGE_DATABASE"] = "Host=db;Database=m",
        };

        var line = CommandLine.Parse(["--state", "/from/option"], variables.GetValueOrDefault).Value!;

        Assert.Equal("http://[::1]:1", line.Settings.Urls);
        Assert.Equal("/from/option", line.Settings.State);
        Assert.Equal(DatabaseEngine.Postgres, line.Settings.Database.Engine);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("backup", "--help")]
    public void Parse_AskedForHelp_Helps(params string[] args) => Assert.Equal("help", CommandLine.Parse(args, Nothing).Value!.Verb.Name);

    public static TheoryData<string, string> Mistakes => new()
    {
        { "sauvegarder", "verbs.unknown_verb" },
        { "-x", "verbs.unknown_verb" },
        { "serve --from x", "verbs.unknown_option" },
        { "migrate --seed 1", "verbs.unknown_option" },
        { "--=x", "verbs.unknown_option" },
        { "--state", "verbs.option_without_value" },
        { "--state=", "verbs.option_without_value" },
        { "--state --urls http://localhost", "verbs.option_without_value" },
        { "--", "verbs.option_without_value" },
        { "--state a --state=b", "verbs.option_twice" },
        { "backup", "verbs.missing_argument" },
        { "bench", "verbs.missing_argument" },
        { "restore a b", "verbs.unexpected_argument" },
        { "serve a", "verbs.unexpected_argument" },
        { "--urls localhost:5080", "verbs.invalid_url" },
        { "--urls ftp://localhost", "verbs.invalid_url" },
        { "--urls http://localhost:99999", "verbs.invalid_url" },
        { "--urls http://localhost:1;", "verbs.invalid_url" },
        { "--database Host=a;Zork=1", "verbs.invalid_database" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Parse_Mistake_IsOneSentenceInEachLanguage(string args, string code)
    {
        var problem = CommandLine.Parse(args.Split(' '), Nothing).Problem;

        Assert.Equal(code, problem?.Code);
        Assert.NotNull(problem!.Field);
        var (french, english) = (Say("fr", problem), Say("en", problem));
        Assert.NotEqual(french, english);
        Assert.All([french, english], sentence => Assert.DoesNotContain('\n', sentence));
    }

    [Theory]
    [InlineData(null, null, "fr")]
    [InlineData("C.UTF-8", null, "fr")]
    [InlineData("fr_FR.UTF-8", null, "fr")]
    [InlineData("en_GB.UTF-8", null, "en")]
    [InlineData("en", "fr_FR.UTF-8", "fr")]
    [InlineData("fr_FR.UTF-8", "en_US", "en")]
    public void Language_FollowsTheEnvironment(string? lang, string? all, string language) =>
        Assert.Equal(language, Entry.LanguageOf(name => name == "LANG" ? lang : name == "LC_ALL" ? all : null));

    private static string? Nothing(string name) => null;

    private static string Say(string language, Maillage.Shared.Problem problem)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Language.CultureOf(language);
        try
        {
            return new Texts().Of(problem);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
