namespace SalesOps.Kpis;

/// <summary>Two groups of leads in the cells of their factors, as a tree: one depth per factor, a cell is a leaf.</summary>
internal sealed class GapCells
{
    private readonly List<Node>[] _depths;
    private readonly int _factors;

    /// <param name="factors">How many factors there are.</param>
    public GapCells(int factors)
    {
        _factors = factors;
        _depths = new List<Node>[factors + 1];
        for (int depth = 0; depth <= factors; depth++)
            _depths[depth] = [];
        _depths[0].Add(new Node { Parent = -1 });
    }

    /// <summary>Adds a lead.</summary>
    /// <param name="levels">Its level of each factor.</param>
    /// <param name="isReference">Whose lead it is.</param>
    /// <param name="isConverted">Whether it converted.</param>
    public void Add(ReadOnlySpan<int> levels, bool isReference, bool isConverted)
    {
        Node node = _depths[0][0];
        node.Count(isReference, isConverted);
        for (int depth = 1, parent = 0; depth <= _factors; depth++)
        {
            if (!node.Children.TryGetValue(levels[depth - 1], out int child))
            {
                node.Children.Add(levels[depth - 1], child = _depths[depth].Count);
                _depths[depth].Add(new Node { Parent = parent });
            }

            parent = child;
            node = _depths[depth][child];
            node.Count(isReference, isConverted);
        }
    }

    /// <summary>The leads of a group that lie where the other has none.</summary>
    public long Unmatched(bool ofReference) => _depths[_factors].Where(cell => cell.Leads(!ofReference) == 0).Sum(cell => cell.Leads(ofReference));

    /// <summary>The rate of a group that is made of both.</summary>
    /// <param name="taken">Bit by bit: whether the mix of a factor, and last the conversion, is that of the leads looked at.</param>
    public double Rate(int taken)
    {
        double[] shares = [1];
        for (int depth = 1; depth <= _factors; depth++)
        {
            bool isReference = (taken >> depth - 1 & 1) == 0;
            List<Node> parents = _depths[depth - 1];
            double[] above = shares;
            shares = [.. _depths[depth].Select(node => above[node.Parent] * ShareOf(node, parents[node.Parent], isReference))];
        }

        bool isOfReference = (taken >> _factors & 1) == 0;
        double[] terms = [.. _depths[_factors].Select((cell, i) => shares[i] * RateOf(cell, isOfReference))];
        // In an order that the order of the rows has no part in.
        Array.Sort(terms);
        return terms.Sum();
    }

    // What a group doesn't have is taken from the other.
    private static double ShareOf(Node node, Node parent, bool isReference)
    {
        bool from = parent.Leads(isReference) > 0 ? isReference : !isReference;
        return (double)node.Leads(from) / parent.Leads(from);
    }

    private static double RateOf(Node cell, bool isReference)
    {
        bool from = cell.Leads(isReference) > 0 ? isReference : !isReference;
        return (double)cell.Converted(from) / cell.Leads(from);
    }

    private sealed class Node
    {
        private long _leads, _converted, _referenceLeads, _referenceConverted;

        public required int Parent { get; init; }

        /// <summary>The place in the next depth by level.</summary>
        public Dictionary<int, int> Children { get; } = [];

        public long Leads(bool ofReference) => ofReference ? _referenceLeads : _leads;

        public long Converted(bool ofReference) => ofReference ? _referenceConverted : _converted;

        public void Count(bool isReference, bool isConverted)
        {
            (isReference ? ref _referenceLeads : ref _leads)++;
            (isReference ? ref _referenceConverted : ref _converted) += isConverted ? 1 : 0;
        }
    }
}
