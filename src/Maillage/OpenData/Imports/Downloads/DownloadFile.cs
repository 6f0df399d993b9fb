using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Maillage.Shared;

namespace Maillage.OpenData.Imports.Downloads;

/// <summary>A producer's file on disk, whole.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="IsNew">False when the producer has nothing newer than what was there.</param>
public sealed record Downloaded(string Path, bool IsNew);

/// <summary>
/// Fetches a producer's file: asks only for what is newer, goes on where a cut connection stopped, starts again when the file
/// changed meanwhile, waits when the server asks, and gives up in the end. A file is under its name only when it is whole.
/// </summary>
public sealed class DownloadFile(HttpClient http, string folder, DownloadLimits limits, TimeProvider clock)
{
    private const int BufferSize = 1 << 16;
    private const int LongestName = 120;

    public async Task<Result<Downloaded>> ExecuteAsync(string dataSet, Uri address, CancellationToken ct)
    {
        var place = DownloadFolder.Of(folder, dataSet);
        var pause = limits.FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            var (done, problem, failure) = await TryAsync(dataSet, address, place, ct);
            if (done is not null)
            {
                return done;
            }

            if (problem is not null)
            {
                return problem;
            }

            var wait = failure!.RetryAfter > pause ? failure.RetryAfter : pause;
            if (attempt == limits.Attempts || wait > limits.LongestPause)
            {
                return DownloadProblems.GivenUp(dataSet, attempt, failure.Reason);
            }

            await Task.Delay(wait, clock, ct);
            pause *= 2;
        }
    }

    private async Task<Attempt> TryAsync(string dataSet, Uri address, DownloadFolder place, CancellationToken ct)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stall.CancelAfter(limits.Stall);
        try
        {
            var current = await place.CurrentAsync(ct);
            var part = place.Part() is { Validator: not null } known && known.Address == address ? known : null;
            using var request = RequestOf(address, current?.Address == address ? current : null, part, place.PartLength);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stall.Token);
            switch (response.StatusCode)
            {
                case HttpStatusCode.NotModified when current is not null:
                    return new Attempt(new Downloaded(place.PathOf(current), IsNew: false));
                case HttpStatusCode.RequestedRangeNotSatisfiable:
                    place.ForgetPart();
                    return Failed("416");
                case HttpStatusCode.OK:
                case HttpStatusCode.PartialContent:
                    return await ReceiveAsync(dataSet, address, place, part, response, stall, ct);
                case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                    return Failed($"{(int)response.StatusCode}", RetryAfterOf(response));
                default:
                    return new Attempt(Problem: DownloadProblems.Refused(dataSet, (int)response.StatusCode));
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed("…");
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
        {
            return Failed(exception.Message);
        }
    }

    private async Task<Attempt> ReceiveAsync(
        string dataSet, Uri address, DownloadFolder place, DownloadRecord? part, HttpResponseMessage response, CancellationTokenSource stall, CancellationToken ct)
    {
        var from = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.From : 0;
        if (from is null || from != (from == 0 ? 0 : place.PartLength) || (from > 0 && part is null))
        {
            place.ForgetPart();
            return Failed("Content-Range");
        }

        var total = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.Length : response.Content.Headers.ContentLength;
        if (total > limits.MaxBytes)
        {
            return new Attempt(Problem: DownloadProblems.TooLarge(dataSet, total.Value));
        }

        var record = from > 0 ? part! : new DownloadRecord(
            address, NameOf(dataSet, address, response), response.Headers.ETag?.ToString(), response.Content.Headers.LastModified, total, null);
        if (from == 0)
        {
            place.ForgetPart();
            await place.RememberPartAsync(record, ct);
        }

        if (!await CopyAsync(response, place.PartPath, from.Value, stall, ct))
        {
            place.ForgetPart();
            return new Attempt(Problem: DownloadProblems.TooLarge(dataSet, limits.MaxBytes));
        }

        if (total is not null && place.PartLength != total)
        {
            return Failed($"{place.PartLength} / {total}");
        }

        if (!await IsSoundAsync(response, place.PartPath, ct))
        {
            place.ForgetPart();
            return new Attempt(Problem: DownloadProblems.Damaged(dataSet));
        }

        var whole = await place.CompleteAsync(record, ct);
        return new Attempt(new Downloaded(place.PathOf(whole), IsNew: true));
    }

    /// <summary>Appends what comes; false beyond the size allowed. What was written stays for the next attempt.</summary>
    private async Task<bool> CopyAsync(HttpResponseMessage response, string path, long from, CancellationTokenSource stall, CancellationToken ct)
    {
        await using var source = await response.Content.ReadAsStreamAsync(stall.Token);
        await using var target = new FileStream(path, from > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var buffer = new byte[BufferSize];
        var length = from;
        while (true)
        {
            stall.CancelAfter(limits.Stall);
            var read = await source.ReadAsync(buffer, stall.Token);
            if (read == 0)
            {
                // On the disk before it takes its name.
                target.Flush(flushToDisk: true);
                return true;
            }

            if ((length += read) > limits.MaxBytes)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }

    private static HttpRequestMessage RequestOf(Uri address, DownloadRecord? current, DownloadRecord? part, long partLength)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        // Bytes as the server keeps them: a range of a compressed answer would be one of something else.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (part is not null)
        {
            request.Headers.Range = new RangeHeaderValue(partLength, null);
            request.Headers.TryAddWithoutValidation("If-Range", part.Validator);
        }
        else if (current is not null)
        {
            request.Headers.IfModifiedSince = current.LastModified;
            if (current.ETag is { } tag)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            }
        }

        return request;
    }

    /// <summary>Compares with the checksum that the server may give of the whole (RFC 9530).</summary>
    private static async Task<bool> IsSoundAsync(HttpResponseMessage response, string path, CancellationToken ct)
    {
        const string Sha256 = "sha-256=:";
        var told = response.Headers.TryGetValues("Repr-Digest", out var values)
            ? values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).FirstOrDefault(value => value.StartsWith(Sha256, StringComparison.Ordinal))
            : null;
        if (told is null)
        {
            return true;
        }

        await using var stream = File.OpenRead(path);
        return told == $"{Sha256}{Convert.ToBase64String(await SHA256.HashDataAsync(stream, ct))}:";
    }

    private TimeSpan RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => TimeSpan.Zero,
    };

    /// <summary>The name that the server gives the file, else the last word of its address, else that of the data set.</summary>
    private static string NameOf(string dataSet, Uri address, HttpResponseMessage response)
    {
        var disposition = response.Content.Headers.ContentDisposition;
        var told = disposition?.FileNameStar ?? disposition?.FileName?.Trim('"') ?? Uri.UnescapeDataString(address.Segments[^1]);
        var name = string.Concat(Path.GetFileName(told.Replace('\\', '/')).Select(character => char.IsLetterOrDigit(character) || character is '_' or '.' ? character : '-')).TrimStart('.');
        return name.Length is > 0 and <= LongestName ? name : dataSet.Replace('/', '-');
    }

    private static Attempt Failed(string reason, TimeSpan retryAfter = default) => new(Failure: new Failure(reason, retryAfter));

    /// <summary>What came of one request: the file, a problem that will stay, or a failure that may pass.</summary>
    private sealed record Attempt(Downloaded? Done = null, Problem? Problem = null, Failure? Failure = null);

    private sealed record Failure(string Reason, TimeSpan RetryAfter);
}
