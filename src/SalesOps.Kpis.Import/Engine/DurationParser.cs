namespace SalesOps.Kpis.Import;

internal sealed class DurationParser : RowParser<Duration>
{
    private readonly long _ticksPerUnit;
    private readonly Field<decimal> _length;
    private readonly TextField _id;
    private string? _lastId;

    public DurationParser(DurationMap map, Binder bind)
    {
        _ticksPerUnit = map.Unit switch
        {
            DurationUnit.Days => NodaConstants.TicksPerDay,
            DurationUnit.Hours => NodaConstants.TicksPerHour,
            DurationUnit.Minutes => NodaConstants.TicksPerMinute,
            DurationUnit.Seconds => NodaConstants.TicksPerSecond,
            _ => throw Mistake.OutOfRange(map.Unit, "No such unit."),
        };
        _length = bind.PlainNumber(map.Length, limit: long.MaxValue / _ticksPerUnit, isRequired: true);
        _id = bind.Text(map.Id, isPooled: false);
    }

    public override Duration Parse(CsvRow row)
    {
        _lastId = _id.Read(row);
        decimal ticks = _length.Read(row).GetValueOrDefault() * _ticksPerUnit;
        return Duration.FromTicks(decimal.ToInt64(decimal.Round(ticks, MidpointRounding.ToEven)));
    }

    public override void Describe(in Duration record, Tally tally) => tally.Identify(_lastId);
}
