using Microsoft.Extensions.Time.Testing;

namespace Maillage.TestKit;

/// <summary>
/// What tests start from: entities with sensible defaults, one file per module, read as a sentence
/// (<c>a.Campus(x =&gt; x.Named("Nautisme").In("52"))</c>). Nothing is saved: see <see cref="TestDatabase.SaveAsync"/>.
/// </summary>
public sealed partial class TestData
{
    /// <summary>The day of the tests, unless they move the clock.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>A clock that stands still at noon, UTC, of that day or of another.</summary>
    public static FakeTimeProvider Clock(DateOnly? day = null) =>
        new(new DateTimeOffset((day ?? Today).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc)));

    private int _number;

    private int NextNumber() => ++_number;
}
