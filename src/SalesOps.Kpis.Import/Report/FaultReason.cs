namespace SalesOps.Kpis.Import;

/// <summary>Why a row or a value can't be read.</summary>
public enum FaultReason
{
    /// <summary>The record can't be without the value, and the field is blank or holds a missing word.</summary>
    MissingValue,

    /// <summary>A date that matches none of the patterns.</summary>
    BadDate,

    /// <summary>Not a number in the file's notation.</summary>
    BadNumber,

    /// <summary>A number or a date that the record can't hold.</summary>
    OutOfRange,

    /// <summary>A word that isn't listed.</summary>
    UnknownWord,

    /// <summary>Not a currency code of three letters.</summary>
    BadCurrency,

    /// <summary>An amount that names another currency than its row has.</summary>
    OtherCurrency,

    /// <summary>Fewer fields than the header has.</summary>
    TooFewFields,

    /// <summary>More fields than the header has, and not all of them blank.</summary>
    TooManyFields,

    /// <summary>
    /// A quote that isn't closed, or one inside a field without quotes that joins it with the next fields or lines. The fault
    /// tells how many lines the row takes up.
    /// </summary>
    MalformedQuotes,
}
