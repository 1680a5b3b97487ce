namespace SalesOps.Kpis;

/// <summary>Groups by the local hour of the week of a date; rows without the date under null.</summary>
internal sealed class HourOfWeekDimension<TFacts, TReader>(DateTimeZone zone) : Dimension<TFacts, HourOfWeek?>("hour of week")
    where TReader : struct, IReader<TFacts, Moment>
{
    private const int ChunkRows = 256;

    internal override Grouping<HourOfWeek?> Assign(RowSource<TFacts> source)
    {
        var days = LocalDays.Of(zone);
        int[] hours = GC.AllocateUninitializedArray<int>(source.Count);
        var moments = new Moment[Math.Min(ChunkRows, hours.Length)];
        for (int start = 0; start < hours.Length; start += ChunkRows)
        {
            Span<Moment> chunk = moments.AsSpan(0, Math.Min(ChunkRows, hours.Length - start));
            source.Read<TReader, Moment>(start, chunk);
            for (int i = 0; i < chunk.Length; i++)
                hours[start + i] = chunk[i].HasValue ? days.HourOfWeekNumber(chunk[i]) : HourOfWeek.Count;
        }

        HourOfWeek?[] keys = [.. Enumerable.Range(0, HourOfWeek.Count).Select(hour => (HourOfWeek?)HourOfWeek.Of(hour)), null];
        return new(new ArraySlots(hours, keys.Length), keys, KeyOrder.Of<HourOfWeek?>(), AllOccur: false);
    }
}
