using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

/// <summary>Sums against Python's math.fsum, NIST's certified means and decimal arithmetic.</summary>
public class CompensatedSumTests
{
    [Fact]
    public void Of_NeumaiersTorture_IsTwo() => Assert.Equal(2, CompensatedSum.Of([1, 1e100, 1, -1e100]));

    [Fact]
    public void Of_WhatCancels_KeepsTheRest() => Assert.Equal(1, CompensatedSum.Of([1e16, 1, -1e16]));

    [Theory]
    [InlineData(10, 1.0)]
    [InlineData(1_000_000, 100_000.0)]
    public void Of_Tenths_IsThatOfFsum(int count, double expected) =>
        Assert.Equal(expected, CompensatedSum.Of([.. Enumerable.Repeat(0.1, count)]));

    // NIST StRD, univariate: the mean is certified, its data go up and down around it.
    [Theory]
    [InlineData(1.2, 1.1, 1.3)]
    [InlineData(1_000_000.2, 1_000_000.1, 1_000_000.3)]
    [InlineData(10_000_000.2, 10_000_000.1, 10_000_000.3)]
    public void Mean_OfNistNumAcc2To4_IsCertified(double first, double low, double high)
    {
        double[] values = [first, .. Enumerable.Repeat(new[] { low, high }, 500).SelectMany(pair => pair)];
        Near.Relative(first, CompensatedSum.Mean(values), 1e-15);
    }

    [Fact]
    public void Mean_OfNistNumAcc1_IsCertified() => Assert.Equal(10_000_002, CompensatedSum.Mean([10_000_001, 10_000_003, 10_000_002]));

    [Property]
    public void Of_Cents_IsTheDecimalSum(int[] cents)
    {
        decimal exact = cents.Sum(c => c / 100m);
        Assert.Equal((double)exact, CompensatedSum.Of([.. cents.Select(c => c / 100.0)]), 1e-14 * cents.Sum(c => Math.Abs(c / 100.0)));
    }

    [Fact]
    public void Of_EveryLength_IsThatOfWholeNumbers()
    {
        for (int length = 0; length < 70; length++)
            Assert.Equal(length * (length + 1) / 2, CompensatedSum.Of([.. Enumerable.Range(1, length).Select(i => (double)i)]));
    }

    [Fact]
    public void Of_LargeAndSmallInEveryLane_KeepsTheSmall()
    {
        double[] values = [.. Enumerable.Range(0, 64).Select(i => i % 2 == 0 ? 1e15 + i : 0.125), .. Enumerable.Range(0, 32).Select(i => -1e15 - 2 * i)];
        Assert.Equal(4, CompensatedSum.Of(values));
    }

    [Fact]
    public void Mean_OfNothing_IsNull()
    {
        Assert.Equal(0, CompensatedSum.Of([]));
        Assert.Null(CompensatedSum.Mean([]));
    }

    [Fact]
    public void Of_WithoutANumber_NamesTheIndex()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(i => i == 13 ? double.NaN : i)];
        Assert.Contains("index 13", Assert.Throws<ArgumentException>("values", () => CompensatedSum.Of(values)).Message);
        Assert.Contains("index 1", Assert.Throws<ArgumentException>("values", () => CompensatedSum.Mean([1, double.PositiveInfinity])).Message);
    }

    [Fact]
    public void Of_BeyondTheRange_Throws() => Assert.Throws<OverflowException>(() => CompensatedSum.Of([double.MaxValue, double.MaxValue]));
}
