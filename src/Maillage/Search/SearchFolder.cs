using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Maillage.Data;

namespace Maillage.Search;

/// <summary>
/// The index on disk. What is written shows all at once, when it is complete: until then, and after a kill, the former one
/// is there, whole, for those who read it.
/// </summary>
public sealed class SearchFolder : IDisposable
{
    private const string RevisionKey = "revision";
    private const string FormatKey = "format";
    private const string LockFile = "following.lock";
    private const int MemoryMegabytes = 64;
    private const long LongestWaitMilliseconds = 60_000;

    // Moved by hand when rows are written otherwise; synonyms move it by themselves.
    private static readonly string Format =
        $"2 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FieldSynonyms.Written)))}";

    private readonly MMapDirectory _directory;
    private readonly FacetValues _values = new();
    private readonly ConditionalWeakTable<object, SegmentColumns> _columns = [];

    public SearchFolder(string path)
    {
        PrivateStorage.CreateFolder(path);
        _directory = new MMapDirectory(path);
    }

    /// <summary>Bytes on disk.</summary>
    public long Size => _directory.ListAll().Sum(_directory.FileLength);

    /// <summary>The index as it is now; null when there is none that this version of the program can read.</summary>
    public SearchIndex? Open() => OpenReader() is var (reader, revision) ? new SearchIndex(reader, revision, ColumnsOf, _values) : null;

    /// <summary>Brings the index to a revision: writes what changed, or everything when there is no index yet.</summary>
    public async Task<IndexChanges> FollowAsync(long revision, IEnumerable<ISearchSource> sources, CancellationToken ct)
    {
        using var alone = _directory.MakeLock(LockFile);
        if (!alone.Obtain(LongestWaitMilliseconds))
        {
            throw new IOException("Another process is writing the index.");
        }

        var known = ReadDigests();
        var former = known ?? [];
        if (known is null)
        {
            Clear();
        }

        using var words = new IndexedWords();
        using var writer = new IndexWriter(_directory, new IndexWriterConfig(FrenchAnalysis.Version, null)
        {
            OpenMode = known is null ? OpenMode.CREATE : OpenMode.APPEND,
            RAMBufferSizeMB = MemoryMegabytes,
            Similarity = SearchIndex.Ranking,
        });
        try
        {
            var (documents, rewritten) = (0, 0);
            foreach (var source in sources)
            {
                await foreach (var document in source.ReadAsync(ct).WithCancellation(ct))
                {
                    documents++;
                    var digest = IndexedDocument.DigestOf(document);
                    if (former.Remove(document.Key, out var written) && written == digest)
                    {
                        continue;
                    }

                    rewritten++;
                    Write(writer, document, IndexedDocument.Rows(document, digest, words), mayBeThere: known is not null);
                }
            }

            writer.DeleteDocuments([.. former.Keys.Select(key => new Term(IndexedDocument.Key, key))]);
            writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [RevisionKey] = revision.ToString(CultureInfo.InvariantCulture), [FormatKey] = Format,
            });
            writer.Commit();
            return new IndexChanges(documents, rewritten, former.Count);
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    public void Dispose() => _directory.Dispose();

    private static void Write(IndexWriter writer, SearchDocument document, IEnumerable<Document> rows, bool mayBeThere)
    {
        if (mayBeThere)
        {
            writer.UpdateDocuments(new Term(IndexedDocument.Key, document.Key), rows);
        }
        else
        {
            writer.AddDocuments(rows);
        }
    }

    /// <summary>What cannot be read cannot be continued either.</summary>
    private void Clear()
    {
        foreach (var file in _directory.ListAll().Where(file => file != LockFile))
        {
            _directory.DeleteFile(file);
        }
    }

    private (DirectoryReader Reader, long Revision)? OpenReader()
    {
        if (!DirectoryReader.IndexExists(_directory))
        {
            return null;
        }

        try
        {
            var reader = DirectoryReader.Open(_directory);
            var said = reader.IndexCommit.UserData;
            if (said.TryGetValue(FormatKey, out var format) && format == Format)
            {
                return (reader, long.Parse(said[RevisionKey], CultureInfo.InvariantCulture));
            }

            reader.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Damaged, or written by another version: it is written again.
        }

        return null;
    }

    private SegmentColumns ColumnsOf(AtomicReader reader) => _columns.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader, _values));

    /// <summary>What is written of each document, or null when there is no index that can be continued.</summary>
    private Dictionary<string, long>? ReadDigests()
    {
        if (OpenReader() is not var (reader, _))
        {
            return null;
        }

        using (reader)
        {
            var read = new Dictionary<string, long>(StringComparer.Ordinal);
            var term = new BytesRef();
            foreach (var part in reader.Leaves.Select(leaf => leaf.AtomicReader))
            {
                var (keys, digests, live) = (part.GetSortedDocValues(IndexedDocument.Key), part.GetNumericDocValues(IndexedDocument.Digest), part.LiveDocs);
                var last = -1;
                for (var row = 0; row < part.MaxDoc; row++)
                {
                    if (keys.GetOrd(row) is var key && key != last && live?.Get(row) != false)
                    {
                        last = key;
                        keys.LookupOrd(key, term);
                        read[term.Utf8ToString()] = digests.Get(row);
                    }
                }
            }

            return read;
        }
    }
}

/// <summary>What following the database changed in the index.</summary>
/// <param name="Documents">How many there are now.</param>
/// <param name="Written">How many are new or were written again.</param>
/// <param name="Removed">How many are no longer there.</param>
public sealed record IndexChanges(int Documents, int Written, int Removed);
