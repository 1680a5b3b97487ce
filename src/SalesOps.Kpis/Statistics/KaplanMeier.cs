using System.Globalization;

namespace SalesOps.Kpis.Statistics;

/// <summary>Survival from durations of which some are cut off before the event: customers still there, deals still open.</summary>
/// <remarks>
/// S(t) = Π (1 - d/n) over the times up to t, with d events among n at risk; events come before what is censored at the same time.
/// Times are equal only when they are the same number.
/// E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958).
/// </remarks>
public static class KaplanMeier
{
    /// <summary>The survival curve of durations that are all observed from 0.</summary>
    /// <param name="durations">How long each was observed, in any unit, 0 or more.</param>
    /// <param name="events">Whether each ended with the event; otherwise it was last seen without.</param>
    /// <exception cref="ArgumentException">
    /// A duration is negative, NaN or infinite, or there aren't as many events as durations.
    /// </exception>
    public static SurvivalCurve Estimate(ReadOnlySpan<double> durations, ReadOnlySpan<bool> events)
    {
        RequireDurations(durations, nameof(durations));
        Require.SameLength(events.Length, durations.Length, nameof(events));
        return Curve([], durations, events);
    }

    /// <summary>
    /// The survival curve of durations of which some came under observation late, such as customers older than the data: at risk only
    /// after they entered.
    /// </summary>
    /// <param name="entries">The age at which each came under observation, 0 or more.</param>
    /// <param name="durations">The age up to which each was observed, above that of its entry.</param>
    /// <param name="events">Whether each ended with the event; otherwise it was last seen without.</param>
    /// <exception cref="ArgumentException">
    /// An entry is negative or NaN, a duration isn't above its entry or infinite, or the three aren't equally many.
    /// </exception>
    public static SurvivalCurve Estimate(ReadOnlySpan<double> entries, ReadOnlySpan<double> durations, ReadOnlySpan<bool> events)
    {
        RequireDurations(entries, nameof(entries));
        RequireDurations(durations, nameof(durations));
        Require.SameLength(durations.Length, entries.Length, nameof(durations));
        Require.SameLength(events.Length, entries.Length, nameof(events));
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i] >= durations[i])
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"The duration at index {i}, {durations[i]}, isn't above its entry at {entries[i]}."), nameof(durations));
            }
        }

        using var sorted = new Rented<double>(entries.Length);
        entries.CopyTo(sorted.Span);
        sorted.Span.Sort();
        return Curve(sorted.Span, durations, events);
    }

    internal static void RequireDurations(ReadOnlySpan<double> durations, string name)
    {
        Require.Finite(durations, name);
        for (int i = 0; i < durations.Length; i++)
        {
            if (durations[i] < 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The value at index {i} is {durations[i]}, below 0."), name);
            }
        }
    }

    // Without entries all are observed from the start, at 0 too.
    private static SurvivalCurve Curve(ReadOnlySpan<double> sortedEntries, ReadOnlySpan<double> durations, ReadOnlySpan<bool> events)
    {
        int n = durations.Length;
        using var rentedTimes = new Rented<double>(n);
        using var rentedEvents = new Rented<bool>(n);
        Span<double> times = rentedTimes.Span;
        Span<bool> sortedEvents = rentedEvents.Span;
        durations.CopyTo(times);
        events.CopyTo(sortedEvents);
        times.Sort(sortedEvents);
        var points = new SurvivalPoint[Distinct(times)];
        var survival = new SurvivalProduct();
        for (int start = 0, end, entered = sortedEntries.IsEmpty ? n : 0, at = 0; start < n; start = end, at++)
        {
            double time = times[start];
            end = start + 1;
            while (end < n && times[end] == time)
                end++;
            while (entered < n && sortedEntries[entered] < time)
                entered++;
            int atRisk = entered - start, died = sortedEvents[start..end].Count(true);
            survival.Add(died, atRisk);
            points[at] = new()
            {
                Time = time,
                AtRisk = atRisk,
                Events = died,
                Censored = end - start - died,
                Survival = survival.Value,
                LogVariance = survival.LogVariance,
            };
        }

        return new SurvivalCurve(points, n);
    }

    private static int Distinct(ReadOnlySpan<double> sorted)
    {
        int count = sorted.IsEmpty ? 0 : 1;
        for (int i = 1; i < sorted.Length; i++)
            count += sorted[i] == sorted[i - 1] ? 0 : 1;
        return count;
    }
}
