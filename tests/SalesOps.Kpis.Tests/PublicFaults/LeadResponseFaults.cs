using static SalesOps.Kpis.Tests.PlantedLeads;

namespace SalesOps.Kpis.Tests;

/// <summary>What other systems got wrong about response times.</summary>
public class LeadResponseFaults
{
    [Fact]
    public void ResponseInTheSameSecond_IsAnAnswerOfZero()
    {
        // Frappe CRM overwrote a response in the same second, ERPNext leaves responses of 0 s and unanswered leads out.
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(new[] { Answered(0), Answered(4), New });
        Assert.Equal((2, 2.0, 0.0), (time.Answered, time.MeanMinutes, time.MinMinutes));
        Assert.Equal(new Proportion(2, 3), time.WithinSla);
    }

    [Fact]
    public void RepWroteFirst_IsNeitherUnansweredNorZero()
    {
        // dbt_zendesk: no reply time for tickets that an agent opened. Here: contacted at a time nobody noted.
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(new[] { New with { Status = LeadStatus.Contacted } });
        Assert.Equal((0, 1, 0), (time.Answered, time.AnsweredUndated, time.Unanswered));
        Assert.Null(time.MeanMinutes);
    }

    [Fact]
    public void LeadThatCameBack_WaitsFromItsReturn()
    {
        // Chatwoot: 5 days from the first message in place of 10 minutes from the reopening. The return is a wait, and a row, of its own.
        Instant friday = Instant.FromUtc(2024, 3, 15, 14, 0);
        Lead back = New with { ReceivedAt = friday, FirstRespondedAt = friday + Duration.FromMinutes(10L) };
        Assert.Equal(10, Kpi.LeadResponseTime.Calculate(new[] { back }).MeanMinutes);
        Lead next = New with { ReceivedAt = friday, FirstRespondedAt = friday + Duration.FromSeconds(60L) };
        Assert.Equal(1, Kpi.LeadResponseTime.Calculate(new[] { next }).MeanMinutes);
    }

    [Fact]
    public void WindowOverMidnight_Counts()
    {
        // Chatwoot: a window had to end on its day. 23:30 to 00:30 within 21:00-02:00 is an hour.
        LeadResponseTimeCalculator nights = Kpi.LeadResponseTime with { Hours = WorkingHours.MondayToFriday(DateTimeZone.Utc, new(21, 0), new(2, 0)) };
        Lead lead = New with { ReceivedAt = Instant.FromUtc(2024, 3, 12, 23, 30), FirstRespondedAt = Instant.FromUtc(2024, 3, 13, 0, 30) };
        Assert.Equal(60, nights.Calculate(new[] { lead }).MeanMinutes);
    }

    [Fact]
    public void LateEvening_BelongsToItsLocalDay()
    {
        // Chatwoot reported in the server's zone. 23:30 of a Friday in New York is Saturday in UTC.
        Lead lead = New with { ReceivedAt = Instant.FromUtc(2024, 3, 16, 3, 30) };
        HourOfWeek? hour = Kpi.LeadResponseTime
            .Calculate(((Leads)new[] { lead }).By(LeadDimension.HourOfWeek(DateTimeZoneProviders.Tzdb["America/New_York"]))).Single().Key;
        Assert.Equal(new HourOfWeek(IsoDayOfWeek.Friday, 23), hour);
    }

    [Fact]
    public void OwnerAndReplier_AreToldApart()
    {
        // Chatwoot: an agent without conversations had a response time. A owns, B replies.
        Leads leads = new[] { Answered(3) with { OwnerId = "A", ResponderId = "B" } };
        Assert.Equal("A", Kpi.LeadResponseTime.Calculate(leads.By(LeadDimension.Owner)).Single().Key);
        Assert.Equal("B", Kpi.LeadResponseTime.Calculate(leads.By(LeadDimension.Responder)).Single().Key);
    }

    [Fact]
    public void BreachOfThePast_StaysOne()
    {
        // dbt_zendesk: results changed when the present was edited. Breached at the as-of, and when it was answered later, too.
        Lead lead = Answered(90);
        LeadResponseTime then = (Kpi.LeadResponseTime with { AsOf = Morning + Duration.FromHours(1) }).Calculate(new[] { lead });
        Assert.Equal(new Proportion(0, 1), then.WithinSla);
        Assert.Equal(new Proportion(0, 1), Kpi.LeadResponseTime.Calculate(new[] { lead }).WithinSla);
    }

    [Fact]
    public void NoSchedule_IsTheCalendar()
    {
        // ERPNext failed without a schedule. A Sunday counts then.
        Lead lead = New with { ReceivedAt = Instant.FromUtc(2024, 3, 17, 3, 0), FirstRespondedAt = Instant.FromUtc(2024, 3, 17, 4, 0) };
        Assert.Equal(60, Kpi.LeadResponseTime.Calculate(new[] { lead }).MeanMinutes);
    }

    [Fact]
    public void ResponseBeforeTheReceipt_IsNotMadePositive()
    {
        // Odoo: abs(floor(-1 s)).
        Lead early = New with { FirstRespondedAt = Morning - Duration.FromSeconds(1L) };
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(new[] { early, Answered(2) });
        Assert.Equal((1, 2.0, 1), (time.Answered, time.MeanMinutes, time.Ledger.Excluded[LedgerReason.NegativeDuration]));
    }

    [Fact]
    public void Reassignment_LeavesTheReceiptAlone()
    {
        // Odoo: assigning a lead again restarts its clock.
        Lead again = Answered(30) with { AssignedAt = Morning + Duration.FromMinutes(29L) };
        Assert.Equal(30, Kpi.LeadResponseTime.Calculate(new[] { again }).MeanMinutes);
        Assert.Equal(1, (Kpi.LeadResponseTime with { From = ResponseStart.Assignment }).Calculate(new[] { again }).MeanMinutes);
    }
}
