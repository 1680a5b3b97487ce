namespace SalesOps.Kpis.Data.Tests;

/// <summary>Public data sets, which are not part of this repository: several state no licence.</summary>
/// <remarks>The environment variable SALESOPS_KPIS_DATA names the folder that holds a folder per set.</remarks>
internal static class DataSets
{
    /// <summary>The folder of a data set; skips the test where it is absent.</summary>
    public static string Folder(string name)
    {
        string? root = Environment.GetEnvironmentVariable("SALESOPS_KPIS_DATA");
        if (string.IsNullOrEmpty(root))
            Assert.Skip("SALESOPS_KPIS_DATA isn't set.");
        string folder = Path.Combine(root, name);
        if (!Directory.Exists(folder))
            Assert.Skip($"There is no folder {name} in SALESOPS_KPIS_DATA.");
        return folder;
    }
}
