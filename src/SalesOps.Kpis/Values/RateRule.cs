using NodaTime.Text;

namespace SalesOps.Kpis;

/// <summary>Which day's exchange rate counts for a row.</summary>
public abstract record RateRule
{
    private RateRule()
    {
    }

    /// <summary>The rate of the local date of the row's own event, for a deal its close: a rate of the time, which never changes.</summary>
    public static RateRule EventDate { get; } = new EventDateRule();

    /// <summary>One rate for all rows: that of the local date of an instant, such as the as-of of a report.</summary>
    public static RateRule AsOf(Instant asOf) => new AsOfRule(asOf);

    /// <summary>One rate for all rows: that of a fixed day, such as the budget rate of a year.</summary>
    public static RateRule Fixed(LocalDate day) => new FixedRule(day);

    /// <summary>
    /// The mean of the rates of all local days of the period that holds the row's event. Days without a rate are left out of
    /// the mean; a period without any, and a row outside the periods, has no rate.
    /// </summary>
    public static RateRule PeriodAverage(PeriodGrid periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return new PeriodAverageRule(periods);
    }

    /// <summary>A number that is the same for rows of the same rate, or null where no rate applies.</summary>
    internal abstract int? Key(LocalDays days, Moment time);

    internal decimal? RateOf(int key, IExchangeRates rates, Currency from, Currency to) => Usable(Rate(key, rates, from, to));

    /// <summary>The rate for a key that <see cref="Key"/> gave.</summary>
    private protected abstract decimal? Rate(int key, IExchangeRates rates, Currency from, Currency to);

    // The limit keeps sums of rates within a decimal.
    private static decimal? Usable(decimal? rate) => rate is > 0 and <= 1_000_000_000_000_000_000m ? rate : null;

    private sealed record EventDateRule : RateRule
    {
        public override string ToString() => nameof(EventDate);

        internal override int? Key(LocalDays days, Moment time) => time.HasValue ? days.DayNumber(time) : null;

        private protected override decimal? Rate(int key, IExchangeRates rates, Currency from, Currency to) =>
            rates.RateOn(LocalDays.Date(key), from, to);
    }

    private sealed record AsOfRule(Instant Instant) : RateRule
    {
        public override string ToString() => $"AsOf {InstantPattern.ExtendedIso.Format(Instant)}";

        internal override int? Key(LocalDays days, Moment time) => days.DayNumber(Instant);

        private protected override decimal? Rate(int key, IExchangeRates rates, Currency from, Currency to) =>
            rates.RateOn(LocalDays.Date(key), from, to);
    }

    private sealed record FixedRule(LocalDate Day) : RateRule
    {
        public override string ToString() => $"Fixed {LocalDatePattern.Iso.Format(Day)}";

        internal override int? Key(LocalDays days, Moment time) => 0;

        private protected override decimal? Rate(int key, IExchangeRates rates, Currency from, Currency to) => rates.RateOn(Day, from, to);
    }

    private sealed record PeriodAverageRule(PeriodGrid Periods) : RateRule
    {
        public override string ToString() => $"PeriodAverage over {Periods}";

        internal override int? Key(LocalDays days, Moment time) =>
            Periods.SlotOf(time) is var slot && slot < Periods.Count ? slot : null;

        private protected override decimal? Rate(int key, IExchangeRates rates, Currency from, Currency to)
        {
            ReportingPeriod period = Periods[key];
            decimal sum = 0;
            int days = 0;
            for (LocalDate day = period.Start; day < period.End; day = day.PlusDays(1))
            {
                if (Usable(rates.RateOn(day, from, to)) is { } rate)
                    (sum, days) = (sum + rate, days + 1);
            }

            return days == 0 ? null : sum / days;
        }
    }
}
