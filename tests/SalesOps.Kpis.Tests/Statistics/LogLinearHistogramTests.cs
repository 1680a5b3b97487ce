using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class LogLinearHistogramTests
{
    private static Arbitrary<long[]> Values => Gen.OneOf(
            Gen.Choose(-2_000, 2_000).Select(v => (long)v),
            from size in Gen.Choose(0, 62) from fraction in Gen.Choose(0, int.MaxValue) select Scaled(size, fraction),
            Gen.Elements(0, 1, -1, 999, 1_000, 1_009, 1_010, 9_999, 10_000, -999, -1_000, -9_999, -10_000, long.MaxValue, long.MinValue))
        .ArrayOf().ToArbitrary();

    [Property(MaxTest = 1_000)]
    public Property BinOf_IsTheValueCutToThreeDigits() => Prop.ForAll(Values, values =>
    {
        foreach (long value in values)
        {
            HistogramBin bin = LogLinearHistogram.BinOf(value);
            long inner = CutToThreeDigits(value), width = WidthOf(value);
            Assert.InRange(value, bin.Least, bin.Most);
            Assert.Equal(inner, value < 0 ? bin.Most : bin.Least);
            if (value is > long.MinValue / 2 and < long.MaxValue / 2)
                Assert.Equal(width, bin.Most - bin.Least + 1);
            Assert.Equal(bin, LogLinearHistogram.BinOf(bin.Least));
            Assert.Equal(bin, LogLinearHistogram.BinOf(bin.Most));
        }
    });

    // The expression that the documentation gives for SQL.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(999, 999)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_009, 1_000)]
    [InlineData(1_010, 1_010)]
    [InlineData(86_399, 86_300)]
    [InlineData(-86_399, -86_300)]
    [InlineData(9_223_372_036_854_775_807, 9_220_000_000_000_000_000)]
    public void BinOf_BeginsAt(long value, long inner)
    {
        HistogramBin bin = LogLinearHistogram.BinOf(value);
        Assert.Equal(inner, value < 0 ? bin.Most : bin.Least);
    }

    [Property(MaxTest = 1_000)]
    public Property Quantile_IsWithinHalfAPercentOfBothNeighbours() => Prop.ForAll(Values, Gen.Choose(0, 1_000).ToArbitrary(), (values, thousandths) =>
    {
        double? quantile = Of(values).Quantile(thousandths / 1000.0);
        if (values.Length == 0)
        {
            Assert.Null(quantile);
            return;
        }

        long[] sorted = [.. values.Order()];
        decimal position = (values.Length - 1) * (thousandths / 1000m);
        double low = sorted[(int)Math.Floor(position)], high = sorted[(int)Math.Ceiling(position)], weight = (double)(position - Math.Floor(position));
        double exact = low + weight * (high - low), slack = 0.005 * ((1 - weight) * Math.Abs(low) + weight * Math.Abs(high));
        Assert.Equal(exact, quantile!.Value, slack + 1e-12 * Math.Abs(exact) + 1e-9);
    });

    [Property(MaxTest = 500)]
    public Property Quantile_OfSmallValues_IsExact() => Prop.ForAll(Gen.Choose(-999, 999).Select(v => (long)v).ArrayOf().ToArbitrary(), values =>
    {
        foreach (double share in new[] { 0, 0.1, 0.25, 0.5, 0.9, 1 })
            Assert.Equal(Quantiles.Quantile(values, share) ?? 0, Of(values).Quantile(share) ?? 0, 1e-9);
    });

    [Property(MaxTest = 100)]
    public Property Merge_IsCommutativeAndAssociative() => Prop.ForAll(Values, Values, Values, (a, b, c) =>
    {
        AssertSame(Merged(Of(a), Of(b)), Merged(Of(b), Of(a)));
        AssertSame(Merged(Merged(Of(a), Of(b)), Of(c)), Merged(Of(a), Merged(Of(b), Of(c))));
        AssertSame(Of(a), Merged(Of(a), new()));
        AssertSame(Of(a), Merged(new(), Of(a)));
    });

    [Property(MaxTest = 100)]
    public Property Merge_OfParts_IsThatOfTheWholeInAnyOrder() => Prop.ForAll(Values, Gen.Choose(0, 100).ToArbitrary(), (values, percent) =>
    {
        int cut = values.Length * percent / 100;
        AssertSame(Of(values), Merged(Of(values[cut..]), Of(values[..cut])));
        AssertSame(Of(values), Of([.. values.Reverse()]));
    });

    [Property(MaxTest = 100)]
    public Property Bins_AscendAndHoldEveryValue() => Prop.ForAll(Values, values =>
    {
        HistogramBin[] bins = [.. Of(values).Bins];
        Assert.Equal(values.Length, bins.Sum(bin => bin.Count));
        Assert.Equal(bins.Select(bin => bin.Least).Order(), bins.Select(bin => bin.Least));
        foreach (HistogramBin bin in bins)
            Assert.Equal(values.Count(v => v >= bin.Least && v <= bin.Most), bin.Count);
        Assert.Equal(values.Length == 0 ? null : values.Min(), Of(values).Min);
        Assert.Equal(values.Length == 0 ? null : values.Max(), Of(values).Max);
    });

    [Fact]
    public void Merge_WithItself_Doubles()
    {
        LogLinearHistogram histogram = Of([1, 2_345, -7]);
        histogram.Merge(histogram);
        AssertSame(Of([1, 2_345, -7, 1, 2_345, -7]), histogram);
    }

    [Fact]
    public void Add_ManyAtOnce_IsAddingThemOneByOne()
    {
        var histogram = new LogLinearHistogram();
        histogram.Add(12_345, 3);
        histogram.Add(-5, 0);
        AssertSame(Of([12_345, 12_345, 12_345]), histogram);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => histogram.Add(1, -1));
    }

    [Fact]
    public void Add_BeyondTheLargestCount_ThrowsAndChangesNothing()
    {
        LogLinearHistogram histogram = Of([5]);
        Assert.Throws<OverflowException>(() => histogram.Add(6, long.MaxValue));
        AssertSame(Of([5]), histogram);
    }

    [Fact]
    public void Quantile_OfTheLargestCount_IsFound()
    {
        var histogram = new LogLinearHistogram();
        histogram.Add(10, long.MaxValue / 2);
        histogram.Add(20, long.MaxValue / 2);
        Assert.Equal(10, histogram.Quantile(0.25));
        Assert.Equal(20, histogram.Quantile(0.75));
        Assert.Equal(20, histogram.Quantile(1));
    }

    [Fact]
    public void Quantile_AtAShareBeyondAll_Throws() => Assert.Throws<ArgumentOutOfRangeException>("share", () => Of([1]).Quantile(1.1));

    private static LogLinearHistogram Of(long[] values)
    {
        var histogram = new LogLinearHistogram();
        foreach (long value in values)
            histogram.Add(value);
        return histogram;
    }

    private static LogLinearHistogram Merged(LogLinearHistogram into, LogLinearHistogram other)
    {
        into.Merge(other);
        return into;
    }

    private static void AssertSame(LogLinearHistogram expected, LogLinearHistogram actual)
    {
        Assert.Equal((expected.Count, expected.Min, expected.Max), (actual.Count, actual.Min, actual.Max));
        Assert.Equal(expected.Bins, actual.Bins);
    }

    private static long Scaled(int size, int fraction) => (fraction % 2 == 0 ? 1 : -1) * (long)((1L << size) * (1 + fraction / (double)int.MaxValue));

    // By its decimal text, which knows nothing of the histogram's arithmetic.
    private static long CutToThreeDigits(long value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture), digits = text.TrimStart('-');
        string cut = digits.Length <= 3 ? digits : digits[..3] + new string('0', digits.Length - 3);
        return long.Parse((value < 0 ? "-" : "") + cut, CultureInfo.InvariantCulture);
    }

    private static long WidthOf(long value)
    {
        int digits = value.ToString(CultureInfo.InvariantCulture).TrimStart('-').Length;
        return digits <= 3 ? 1 : long.Parse("1" + new string('0', digits - 3), CultureInfo.InvariantCulture);
    }
}
