namespace SalesOps.Kpis;

/// <summary>Dimensions made of dimensions.</summary>
public static class DimensionExtensions
{
    // Not members of Dimension: a generic class whose members make wider constructions of itself never ends for a compiler
    // that has to keep them all, as native compilation of the whole library does.
    extension<TFacts, TKey>(Dimension<TFacts, TKey> dimension)
    {
        /// <summary>Groups by a function of the key, which is called once per distinct key.</summary>
        public Dimension<TFacts, TTo> Map<TTo>(Func<TKey, TTo> map)
        {
            ArgumentNullException.ThrowIfNull(dimension);
            return dimension.Map(dimension.Name, map);
        }

        /// <summary>Groups by a function of the key, which is called once per distinct key, under a name of its own.</summary>
        public Dimension<TFacts, TTo> Map<TTo>(string name, Func<TKey, TTo> map)
        {
            ArgumentNullException.ThrowIfNull(dimension);
            ArgumentException.ThrowIfNullOrEmpty(name);
            ArgumentNullException.ThrowIfNull(map);
            return new MappedDimension<TFacts, TKey, TTo>(name, dimension, map);
        }

        /// <summary>Groups by both keys at once.</summary>
        public Dimension<TFacts, (TKey, TOther)> And<TOther>(Dimension<TFacts, TOther> other)
        {
            ArgumentNullException.ThrowIfNull(dimension);
            ArgumentNullException.ThrowIfNull(other);
            return new PairDimension<TFacts, TKey, TOther>(dimension, other);
        }
    }
}
