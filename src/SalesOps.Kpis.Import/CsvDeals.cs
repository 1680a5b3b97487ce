namespace SalesOps.Kpis.Import;

/// <summary>Reads deals from CSV files.</summary>
/// <remarks>
/// The rest of a file is read whatever is wrong with single rows: <see cref="ImportReport"/> accounts for each. What is wrong
/// with the map or the format is thrown at once. Streams and readers are read to the end and left open.
/// </remarks>
public static class CsvDeals
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">Which columns hold what.</param>
    /// <param name="format">How the file writes texts, dates and numbers.</param>
    /// <exception cref="ArgumentException">A column of the map isn't in the header or stands there twice, or the map needs what
    /// the format lacks, or the encoding or a date pattern isn't one.</exception>
    /// <exception cref="InvalidDataException">The file has no header, or a row of it is too long to be one.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static Imported<Deal> Read(string path, DealMap map, CsvFormat format) =>
        Importer.Read(path, format, Parser(map));

    /// <summary>Reads a stream.</summary>
    /// <inheritdoc cref="Read(string, DealMap, CsvFormat)" path="/exception"/>
    /// <param name="stream">The stream.</param>
    /// <param name="map">Which columns hold what.</param>
    /// <param name="format">How the file writes texts, dates and numbers.</param>
    public static Imported<Deal> Read(Stream stream, DealMap map, CsvFormat format) =>
        Importer.Read(stream, format, Parser(map));

    /// <summary>Reads a text; the format's encoding plays no part.</summary>
    /// <inheritdoc cref="Read(string, DealMap, CsvFormat)" path="/exception"/>
    /// <param name="reader">The text.</param>
    /// <param name="map">Which columns hold what.</param>
    /// <param name="format">How the file writes texts, dates and numbers.</param>
    public static Imported<Deal> Read(TextReader reader, DealMap map, CsvFormat format) =>
        Importer.Read(reader, format, Parser(map));

    private static Func<Binder, RowParser<Deal>> Parser(DealMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return binder => new DealParser(map, binder);
    }
}
