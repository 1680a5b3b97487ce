namespace SalesOps.Kpis.Tests;

[LawsOf(typeof(ResponseDecayAccumulator))]
public class ResponseDecayLaws : LeadLaws<ResponseDecayCalculator, ResponseDecayAccumulator, ResponseDecay>
{
    protected override ResponseDecay Oracle(ResponseDecayCalculator options, IReadOnlyList<Lead> leads) => LeadResponseOracle.DecayOf(options, leads);

    protected override IEnumerable<ResponseDecayCalculator> ForManyRows() =>
        [Kpi.ResponseDecay, Kpi.ResponseDecay with { Response = Kpi.LeadResponseTime with { To = ResponseEnd.Contact, AsOf = OddDeals.AsOf } }];
}
