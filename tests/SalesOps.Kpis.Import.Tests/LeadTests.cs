namespace SalesOps.Kpis.Import.Tests;

public class LeadTests
{
    [Fact]
    public void Members_AllOfThem_AreReadFromTheirColumns()
    {
        string[] texts = ["PersonId", "Source", "Channel", "CampaignId", "OwnerId", "Segment", "ResponderId", "RejectReason", "DealId", "CustomerId", "MergedIntoId"];
        string[] days = ["ReceivedAt", "AssignedAt", "FirstRespondedAt", "ContactedAt", "QualifiedAt", "ConvertedAt", "DisqualifiedAt", "DealCreatedAt", "WonAt"];
        string header = string.Join(',', ["Id", "Status", "Department", "DealOutcome", "Score", .. days, .. texts]);
        string row = string.Join(',', ["7", "MQL", "mkt", "signed", "61.5", .. days.Select((_, i) => $"2024-01-0{i + 1}"), .. texts.Select(t => "a " + t)]);
        var imported = Texts.Leads($"{header}\n{row}\n", new()
        {
            Id = "Id", Status = "Status", StatusWords = new() { ["mql"] = LeadStatus.Contacted }, Department = "Department",
            DepartmentWords = new() { ["MKT"] = Department.Marketing }, Score = "Score", ReceivedAt = "ReceivedAt", AssignedAt = "AssignedAt",
            FirstRespondedAt = "FirstRespondedAt", ContactedAt = "ContactedAt", QualifiedAt = "QualifiedAt", ConvertedAt = "ConvertedAt",
            DisqualifiedAt = "DisqualifiedAt", DealCreatedAt = "DealCreatedAt", WonAt = "WonAt", DealOutcome = "DealOutcome",
            DealOutcomeWords = new() { ["Signed"] = DealOutcome.Won }, PersonId = "PersonId", Source = "Source", Channel = "Channel", CampaignId = "CampaignId",
            OwnerId = "OwnerId", Segment = "Segment", ResponderId = "ResponderId", RejectReason = "RejectReason", DealId = "DealId",
            CustomerId = "CustomerId", MergedIntoId = "MergedIntoId",
        });
        static Instant January(int day) => Instant.FromUtc(2024, 1, day, 0, 0);
        Assert.Equal(new Lead
        {
            Id = "7", Status = LeadStatus.Contacted, Department = Department.Marketing, Score = 61.5, ReceivedAt = January(1), AssignedAt = January(2),
            FirstRespondedAt = January(3), ContactedAt = January(4), QualifiedAt = January(5), ConvertedAt = January(6), DisqualifiedAt = January(7),
            DealCreatedAt = January(8), WonAt = January(9), DealOutcome = DealOutcome.Won,
            PersonId = "a PersonId", Source = "a Source", Channel = "a Channel", CampaignId = "a CampaignId", OwnerId = "a OwnerId", Segment = "a Segment",
            ResponderId = "a ResponderId", RejectReason = "a RejectReason", DealId = "a DealId", CustomerId = "a CustomerId", MergedIntoId = "a MergedIntoId",
        }, imported.OnlyRow());
        Assert.Equal(January(9), imported.Report.LatestEventAt);
    }

    [Fact]
    public void Status_NotMappedOrBlank_IsOpen_AnUnlistedWordIsAFault()
    {
        Assert.Equal(LeadStatus.Open, Texts.Leads("id\n1\n", new() { Id = "id" }).OnlyRow().Status);
        Assert.Equal(LeadStatus.Open, Texts.Leads("id,s\n1,\n", new() { Id = "id", Status = "s" }).OnlyRow().Status);
        Assert.Equal(FaultReason.UnknownWord, Texts.Leads("id,s\n1,hot\n", new() { Id = "id", Status = "s" }).OnlyFault().Reason);
    }

    [Fact]
    public void Score_Constant_MustBeANumber()
    {
        Assert.Equal(0.25, Texts.Leads("id\n1\n", new() { Id = "id", Score = 0.25 }).OnlyRow().Score);
        Assert.Throws<ArgumentOutOfRangeException>("map", () => Texts.Leads("id\n1\n", new() { Id = "id", Score = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("map", () => Texts.Leads("id\n1\n", new() { Id = "id", Score = 1e30 }));
    }
}
