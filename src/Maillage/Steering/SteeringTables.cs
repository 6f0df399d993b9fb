using Maillage.Access.Accounts;
using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;
using Maillage.Steering.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Steering;

/// <summary>The tables of the module.</summary>
public static class SteeringTables
{
    extension(MaillageDb db)
    {
        public DbSet<AttachedFile> AttachedFiles => db.Set<AttachedFile>();

        public DbSet<SteeringReminder> SteeringReminders => db.Set<SteeringReminder>();

        public DbSet<PlanAction> PlanActions => db.Set<PlanAction>();

        public DbSet<ActionPartner> ActionPartners => db.Set<ActionPartner>();

        public DbSet<ActionIndicator> ActionIndicators => db.Set<ActionIndicator>();

        public DbSet<ActionEvidence> ActionEvidence => db.Set<ActionEvidence>();
    }
}

internal sealed class PlanActionTables :
    IEntityTypeConfiguration<PlanAction>,
    IEntityTypeConfiguration<ActionPartner>,
    IEntityTypeConfiguration<ActionIndicator>,
    IEntityTypeConfiguration<ActionEvidence>
{
    public void Configure(EntityTypeBuilder<PlanAction> action)
    {
        action.ToTable("plan_actions").IsPublished().HasVersion().LiesWithin(row => row.CampusId);
        action.HasKey(row => row.PlanActionId);
        action.Property(row => row.PlanActionId).ValueGeneratedNever();
        action.HasText(row => row.Title, PlanAction.TitleMaxLength);
        action.Property(row => row.Description).HasMaxLength(PlanAction.DescriptionMaxLength);
        action.Property(row => row.LeadName).HasMaxLength(PlanAction.NameMaxLength);
        action.Property(row => row.AbandonReason).HasMaxLength(PlanAction.ReasonMaxLength);
        // The plan of one campus by axis, then by its last day; what is late anywhere.
        action.HasIndex(row => new { row.CampusId, row.WorkAxisId, row.EndsOn });
        action.HasIndex(row => new { row.State, row.EndsOn });
        action.HasIndex(row => row.LeadAccountId);
        action.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<WorkAxis>().WithMany().HasForeignKey(row => row.WorkAxisId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<Account>().WithMany().HasForeignKey(row => row.LeadAccountId).OnDelete(DeleteBehavior.SetNull);
        action.HasOne<Organisation>().WithMany().HasForeignKey(row => row.LeadOrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ActionPartner> partner)
    {
        partner.ToTable("action_partners").LiesWithin(row => row.CampusId);
        partner.HasKey(row => new { row.PlanActionId, row.OrganisationId });
        partner.HasOne<PlanAction>().WithMany().HasForeignKey(row => row.PlanActionId).OnDelete(DeleteBehavior.Cascade);
        partner.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ActionIndicator> indicator)
    {
        indicator.ToTable("action_indicators").HasVersion().LiesWithin(row => row.CampusId);
        indicator.HasKey(row => row.ActionIndicatorId);
        indicator.Property(row => row.ActionIndicatorId).ValueGeneratedNever();
        indicator.Property(row => row.Name).HasMaxLength(ActionIndicator.NameMaxLength);
        indicator.Property(row => row.Unit).HasMaxLength(ActionIndicator.UnitMaxLength);
        indicator.HasOne<PlanAction>().WithMany().HasForeignKey(row => row.PlanActionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ActionEvidence> evidence)
    {
        evidence.ToTable("action_evidence").LiesWithin(row => row.CampusId);
        evidence.HasKey(row => row.ActionEvidenceId);
        evidence.Property(row => row.ActionEvidenceId).ValueGeneratedNever();
        evidence.Property(row => row.Title).HasMaxLength(PlanAction.TitleMaxLength);
        evidence.Property(row => row.Address).HasMaxLength(ActionEvidence.AddressMaxLength);
        evidence.HasOne<PlanAction>().WithMany().HasForeignKey(row => row.PlanActionId).OnDelete(DeleteBehavior.Cascade);
        evidence.HasOne<AttachedFile>().WithMany().HasForeignKey(row => row.AttachedFileId).OnDelete(DeleteBehavior.Restrict);
    }
}
