using System.Net.Http.Json;
using System.Text.Json;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Search;

/// <summary>What people type, and what must come in the first three, over the starter facts. Whoever finds a bad answer adds a line.</summary>
public sealed class RelevanceTests(SitePages site)
{
    private const int First = 3;

    public static TheoryData<string, string> Lines
    {
        get
        {
            var lines = new TheoryData<string, string>();
            var table = CsvTable.Read(Path.Combine(Repository.Root, "tests/Maillage.Web.Tests/Search/relevance.csv"));
            for (var line = 2; line <= table.Count + 1; line++)
            {
                lines.Add(table[line, "query"], table[line, "expected"]);
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Search_OfWhatPeopleType_GivesWhatTheyMeanInTheFirstThree(string query, string expected)
    {
        var answer = await site.Client.GetFromJsonAsync<JsonElement>(
            $"/api/v1/search?pageSize={First}&q={Uri.EscapeDataString(query)}", TestContext.Current.CancellationToken);

        var found = answer.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("type")}/{item.GetProperty("id")}").ToList();
        Assert.True(found.Intersect(expected.Split('|'), StringComparer.Ordinal).Any(), $"« {query} » gives {string.Join(", ", found)}.");
    }
}
