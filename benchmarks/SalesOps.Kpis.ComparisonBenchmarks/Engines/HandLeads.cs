using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The same for leads as <see cref="HandDeals"/> for deals.</summary>
internal sealed class HandLeads(LeadColumns leads) : IEngine
{
    private readonly HandCohorts _cohorts = new(leads, new BoundaryTable(Months.Boundaries, long.MaxValue));
    private readonly long[] _elapsed = new long[leads.Rows];

    public string Name => "hand";

    public string Keys => "columns";

    public int Threads => 1;

    public Func<Answer> Ask(Question question) => question switch
    {
        Question.ResponseByOwner => Responses(HandResponse.Of<HandResponse.Calendar>(leads)),
        Question.ResponseInWorkingTime => Responses(HandResponse.Of<HandResponse.Office>(leads)),
        Question.LeadToOpportunity => Cohorts(_cohorts.Of(hasWindow: true)),
        Question.LeadToOpportunityWithoutWindow => Cohorts(_cohorts.Of(hasWindow: false)),
        Question.WorkingTime => WorkingTime(),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    public void Dispose()
    {
    }

    private Func<Answer> Responses(ResponseOfOwner[] responses) => () =>
    {
        var answer = new Answer();
        for (int owner = 0; owner < responses.Length; owner++)
            responses[owner].AddTo(answer, leads.Owners[owner]);
        return answer;
    };

    private Func<Answer> Cohorts(Cohort[] cohorts) => () =>
    {
        var answer = new Answer();
        for (int slot = 0; slot < cohorts.Length; slot++)
        {
            (int source, int passed) = Math.DivRem(slot, Months.SlotCount);
            int place = passed == 0 ? Months.Before : passed <= Months.Count ? passed - 1 : passed;
            cohorts[slot].AddTo(answer, $"{leads.Sources[source]} {Months.Name(place)}");
        }

        return answer;
    };

    private Func<Answer> WorkingTime()
    {
        Fill(leads.Received, leads.FirstResponded, _elapsed);
        return () => Answer.OfTicks(_elapsed.Where(ticks => ticks != long.MinValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends, Span<long> elapsed)
    {
        for (int i = 0; i < starts.Length && i < ends.Length && i < elapsed.Length; i++)
        {
            elapsed[i] = starts[i] == LeadColumns.Missing | ends[i] == LeadColumns.Missing
                ? long.MinValue
                : OfficeHours.Elapsed(starts[i], ends[i]);
        }
    }
}
