namespace SalesOps.Kpis;

/// <summary>Reads one value of a row; a struct, so that the loop over the rows is compiled for it.</summary>
internal interface IReader<TFacts, out T>
{
    T Read<TRow>(scoped in TRow row) where TRow : struct, TFacts, allows ref struct;
}

/// <summary>A string in a struct: generic code over a struct is compiled for it, over a class it is shared and several times slower.</summary>
internal readonly record struct KeyText(string? Value);

/// <summary>Makes a record of a row.</summary>
internal readonly struct RecordReader<TFacts, TRecord> : IReader<TFacts, TRecord> where TRecord : struct, IRecordOf<TFacts, TRecord>
{
    public TRecord Read<TRow>(scoped in TRow row) where TRow : struct, TFacts, allows ref struct => TRecord.From(in row);
}
