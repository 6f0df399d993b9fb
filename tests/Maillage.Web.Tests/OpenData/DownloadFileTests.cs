using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Maillage.OpenData.Imports.Downloads;
using Maillage.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Maillage.Web.Tests.OpenData;

/// <summary>Downloads from a server on this machine that behaves as badly as real ones.</summary>
public sealed class DownloadFileTests : IAsyncLifetime
{
    private const string DataSetName = "example/schools";
    private const int Half = 40_000;

    private static readonly byte[] First = Content(1);
    private static readonly byte[] Second = Content(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maillage-download-");
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = [];
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ImpatientClock _clock = new();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private WebApplication _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Address => new($"{_server.Urls.First()}/files/schools%202024.csv");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(async http =>
        {
            _requests.Enqueue(string.Join(' ', new[] { "Range", "If-Range", "If-None-Match" }.Select(name => $"{http.Request.Headers[name]}").Where(value => value.Length > 0)));
            await (_answers.TryDequeue(out var answer) ? answer(http) : throw new InvalidOperationException("One request too many."));
        });
        await _server.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task File_Whole_IsUnderTheLastWordOfItsAddress()
    {
        Answer(Whole(First, "\"a\""));

        var file = await DownloadAsync();

        Assert.True(file.Value!.IsNew);
        Assert.Equal("schools-2024.csv", Path.GetFileName(file.Value.Path));
        Assert.Equal(First, await File.ReadAllBytesAsync(file.Value.Path, Ct));
    }

    [Fact]
    public async Task File_AskedAgain_IsAskedOnlyIfItIsNewer()
    {
        Answer(Whole(First, "\"a\""), http => Status(http, StatusCodes.Status304NotModified), Whole(Second, "\"b\""));
        await DownloadAsync();

        var same = await DownloadAsync();
        var newer = await DownloadAsync();

        Assert.False(same.Value!.IsNew);
        Assert.True(newer.Value!.IsNew);
        Assert.Equal(["", "\"a\"", "\"a\""], _requests);
        Assert.Equal(Second, await File.ReadAllBytesAsync(newer.Value.Path, Ct));
    }

    [Fact]
    public async Task File_DamagedOnOurDisk_IsFetchedWhole()
    {
        Answer(Whole(First, "\"a\""), Whole(First, "\"a\""));
        var path = (await DownloadAsync()).Value!.Path;
        await File.WriteAllTextAsync(path, "damaged", Ct);

        await DownloadAsync();

        Assert.Equal(["", ""], _requests);
        Assert.Equal(First, await File.ReadAllBytesAsync(path, Ct));
    }

    [Fact]
    public async Task Connection_CutInTheMiddle_IsGoneOnWith()
    {
        Answer(Cut(First, "\"a\""), Rest(First, "\"a\""));

        var file = await DownloadAsync();

        Assert.Equal("", _requests.First());
        Assert.Matches("^bytes=[1-9][0-9]*- \"a\"$", _requests.Last());
        Assert.Equal(First, await File.ReadAllBytesAsync(file.Value!.Path, Ct));
    }

    [Fact]
    public async Task File_ChangedInTheMiddle_IsTheNewOneAlone()
    {
        Answer(Cut(First, "\"a\""), Whole(Second, "\"b\""));

        var file = await DownloadAsync();

        Assert.Equal(Second, await File.ReadAllBytesAsync(file.Value!.Path, Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("W/\"a\"")]
    public async Task Part_ThatNothingProvesToBeOfTheSameFile_IsNotGoneOnWith(string? tag)
    {
        Answer(Cut(First, tag), Whole(Second, tag));

        var file = await DownloadAsync();

        Assert.Equal(["", ""], _requests);
        Assert.Equal(Second, await File.ReadAllBytesAsync(file.Value!.Path, Ct));
    }

    [Fact]
    public async Task Range_ThatIsNotTheOneAsked_IsNotGluedToThePart()
    {
        Answer(Cut(First, "\"a\""), Rest(First, "\"a\"", before: 10), Whole(First, "\"a\""));

        var file = await DownloadAsync();

        Assert.Equal(First, await File.ReadAllBytesAsync(file.Value!.Path, Ct));
    }

    [Fact]
    public async Task Server_ThatFallsSilent_IsLeftAndAskedAgain()
    {
        Answer(Silent(First, "\"a\""), Rest(First, "\"a\""));

        var file = await DownloadAsync(new DownloadLimits { Stall = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(First, await File.ReadAllBytesAsync(file.Value!.Path, Ct));
    }

    [Fact]
    public async Task Server_ThatAsksToWait_IsWaitedForAsLongAsItAsks()
    {
        Answer(
            http => Status(http, StatusCodes.Status429TooManyRequests, "7"), http => Status(http, StatusCodes.Status503ServiceUnavailable),
            http => Status(http, StatusCodes.Status503ServiceUnavailable), Whole(First, null));

        var file = await DownloadAsync();

        Assert.False(file.Failed);
        Assert.Equal([7, 2, 4], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Server_ThatAsksForTooLong_IsNotWaitedFor()
    {
        Answer(http => Status(http, StatusCodes.Status429TooManyRequests, "86400"));

        var file = await DownloadAsync();

        Assert.Equal(DownloadProblems.GivenUp(DataSetName, 1, "429"), file.Problem);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task Server_ThatNeverAnswersWell_IsGivenUp()
    {
        Answer([.. Enumerable.Repeat<Func<HttpContext, Task>>(http => Status(http, StatusCodes.Status500InternalServerError), 3)]);

        var file = await DownloadAsync(new DownloadLimits { Attempts = 3 });

        Assert.Equal(DownloadProblems.GivenUp(DataSetName, 3, "500"), file.Problem);
        Assert.Equal(3, _requests.Count);
    }

    [Fact]
    public async Task Address_ThatIsGone_IsAskedOnce()
    {
        Answer(http => Status(http, StatusCodes.Status404NotFound));

        var file = await DownloadAsync();

        Assert.Equal(DownloadProblems.Refused(DataSetName, 404), file.Problem);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_BeyondTheSizeAllowed_IsNotKept(bool isLengthTold)
    {
        Answer(Whole(First, "\"a\"", isLengthTold));

        var file = await DownloadAsync(new DownloadLimits { MaxBytes = Half });

        Assert.Equal("data.download.too_large", file.Problem?.Code);
        AssertNoFile();
    }

    [Fact]
    public async Task File_ThatIsNotWhatItsChecksumSays_IsNotKept()
    {
        Answer(http =>
        {
            http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(Second))}:";
            return Whole(First, "\"a\"")(http);
        });

        var file = await DownloadAsync();

        Assert.Equal(DownloadProblems.Damaged(DataSetName), file.Problem);
        AssertNoFile();
    }

    [Fact]
    public async Task Download_Stopped_LeavesAPartThatTheNextOneGoesOnWith()
    {
        using var stop = new CancellationTokenSource();
        Answer(
            async http =>
            {
                await WriteHalfAsync(http, First, "\"a\"");
                while (!_folder.GetFiles(".part", SearchOption.AllDirectories).Any(part => part.Length > 0))
                {
                    await Task.Delay(1, http.RequestAborted);
                }

                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            },
            Rest(First, "\"a\""));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DownloadFile(_http, _folder.FullName, DownloadLimits.Default, _clock).ExecuteAsync(DataSetName, Address, stop.Token));
        AssertNoFile();

        var file = await DownloadAsync();

        Assert.Equal(First, await File.ReadAllBytesAsync(file.Value!.Path, Ct));
        Assert.StartsWith("bytes=", _requests.Last(), StringComparison.Ordinal);
    }

    private static byte[] Content(int seed)
    {
        var content = new byte[100_000];
        new Random(seed).NextBytes(content);
        return content;
    }

    private static Func<HttpContext, Task> Whole(byte[] content, string? tag, bool isLengthTold = true) => async http =>
    {
        http.Response.Headers.ETag = tag;
        http.Response.ContentLength = isLengthTold ? content.Length : null;
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    };

    private static Func<HttpContext, Task> Cut(byte[] content, string? tag) => async http =>
    {
        // Fewer bytes than announced: the server ends the connection.
        await WriteHalfAsync(http, content, tag);
    };

    private static Func<HttpContext, Task> Silent(byte[] content, string? tag) => async http =>
    {
        await WriteHalfAsync(http, content, tag);
        await Task.Delay(Timeout.Infinite, http.RequestAborted);
    };

    private static Func<HttpContext, Task> Rest(byte[] content, string? tag, int before = 0) => async http =>
    {
        var from = (int)RangeHeaderValue.Parse($"{http.Request.Headers.Range}").Ranges.Single().From!.Value - before;
        http.Response.StatusCode = StatusCodes.Status206PartialContent;
        http.Response.Headers.ETag = tag;
        http.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        http.Response.ContentLength = content.Length - from;
        await http.Response.Body.WriteAsync(content.AsMemory(from), http.RequestAborted);
    };

    private static async Task WriteHalfAsync(HttpContext http, byte[] content, string? tag)
    {
        http.Response.Headers.ETag = tag;
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content.AsMemory(0, Half), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private static Task Status(HttpContext http, int status, string? retryAfter = null)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    private void Answer(params Func<HttpContext, Task>[] answers) => Array.ForEach(answers, _answers.Enqueue);

    private Task<Result<Downloaded>> DownloadAsync(DownloadLimits? limits = null) =>
        new DownloadFile(_http, _folder.FullName, limits ?? DownloadLimits.Default, _clock).ExecuteAsync(DataSetName, Address, Ct);

    private void AssertNoFile() => Assert.All(_folder.GetFiles("*", SearchOption.AllDirectories), file => Assert.StartsWith(".part", file.Name, StringComparison.Ordinal));

    /// <summary>A clock whose waits are over at once, and remembered.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                Waits.Enqueue(dueTime);
            }

            return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
        }
    }
}
