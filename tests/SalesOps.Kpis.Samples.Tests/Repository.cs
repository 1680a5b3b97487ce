namespace SalesOps.Kpis.Samples.Tests;

/// <summary>The files of the repository that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string FindRoot(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "SalesOps.Kpis.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("No folder above the tests holds SalesOps.Kpis.sln.");
        }

        return folder;
    }
}
