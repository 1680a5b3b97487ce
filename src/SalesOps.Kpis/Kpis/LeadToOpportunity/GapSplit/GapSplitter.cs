namespace SalesOps.Kpis;

/// <summary>Splits the gap between two groups of leads.</summary>
internal sealed class GapSplitter(LeadToOpportunityCalculator definition, LeadFactor[] factors)
{
    private const string Conversion = "conversion";

    private readonly LeadWindow _window = new(definition);

    public GapSplit Split(Leads reference, Leads leads)
    {
        // As the headline rate: leads whose window has ended.
        LeadPerson[] ofReference = [.. LeadPerson.Of(reference, definition).Where(person => _window.HasEnded(person.Progress))];
        LeadPerson[] all = [.. ofReference, .. LeadPerson.Of(leads, definition).Where(person => _window.HasEnded(person.Progress))];
        var split = new GapSplit
        {
            Reference = RateOf(ofReference),
            Rate = RateOf(all.AsSpan(ofReference.Length)),
            Parts = [],
            Definition = definition,
        };
        if (split.Gap is null)
            return split with { Undefined = (definition with { TargetRate = null }).Calculate(split.Reference.Value is null ? reference : leads).Undefined };
        GapCells cells = CellsOf(all, ofReference.Length);
        double[] parts = Shapley.Split(factors.Length + 1, cells.Rate);
        int allMixes = (1 << factors.Length) - 1;
        return split with
        {
            Parts = [.. parts.Select((part, i) => new GapPart { Name = i < factors.Length ? factors[i].Name : Conversion, Gap = part })],
            RateAtReferenceMix = cells.Rate(1 << factors.Length),
            ReferenceAtRateMix = cells.Rate(allMixes),
            Unmatched = cells.Unmatched(ofReference: false),
            UnmatchedReference = cells.Unmatched(ofReference: true),
            Cautions = [.. Cautions(all, Math.Min(split.Reference.Denominator, split.Rate.Denominator))],
        };
    }

    private Proportion RateOf(ReadOnlySpan<LeadPerson> persons)
    {
        long converted = 0;
        foreach (LeadPerson person in persons)
            converted += IsConverted(person) ? 1 : 0;
        return new Proportion(converted, persons.Length);
    }

    private GapCells CellsOf(LeadPerson[] persons, int referenceCount)
    {
        Leads leads = Array.ConvertAll(persons, person => person.Lead);
        int[][] levels = [.. factors.Select(factor => factor.LevelsOf(leads))];
        var cells = new GapCells(factors.Length);
        var cell = new int[factors.Length];
        for (int row = 0; row < persons.Length; row++)
        {
            for (int factor = 0; factor < cell.Length; factor++)
                cell[factor] = levels[factor][row];
            cells.Add(cell, isReference: row < referenceCount, IsConverted(persons[row]));
        }

        return cells;
    }

    private bool IsConverted(LeadPerson person) => _window.OutcomeOf(person.Progress) == LeadOutcome.Converted;

    private IEnumerable<Caution> Cautions(LeadPerson[] persons, long smaller)
    {
        foreach (Caution caution in CautionRules.SmallSample(smaller, definition.SmallSampleLimit))
            yield return caution;
        double contactDated = (double)persons.Count(person => person.Progress.Has(LeadProgress.Passed.HasContactDate)) / persons.Length;
        if (contactDated < definition.ContactDatedLimit)
            yield return new Caution { Code = CautionCode.CauseNotSeparated, Observed = contactDated, Limit = definition.ContactDatedLimit };
    }
}
