using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Steering.Funding;

/// <summary>The tables of the money of a campus.</summary>
public static class FundingSets
{
    extension(MaillageDb db)
    {
        public DbSet<Grant> Grants => db.Set<Grant>();

        public DbSet<GrantDeadline> GrantDeadlines => db.Set<GrantDeadline>();

        public DbSet<BudgetLine> BudgetLines => db.Set<BudgetLine>();

        public DbSet<Expense> Expenses => db.Set<Expense>();

        public DbSet<GrantPayment> GrantPayments => db.Set<GrantPayment>();
    }
}

internal sealed class FundingTables :
    IEntityTypeConfiguration<Grant>,
    IEntityTypeConfiguration<GrantDeadline>,
    IEntityTypeConfiguration<BudgetLine>,
    IEntityTypeConfiguration<Expense>,
    IEntityTypeConfiguration<GrantPayment>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("grants").HasVersion().LiesWithin(row => row.CampusId);
        grant.HasKey(row => row.GrantId);
        grant.Property(row => row.GrantId).ValueGeneratedNever();
        grant.Property(row => row.Name).HasMaxLength(Grant.NameMaxLength);
        grant.Property(row => row.Funder).HasMaxLength(Grant.NameMaxLength);
        grant.Property(row => row.Call).HasMaxLength(Grant.NameMaxLength);
        grant.Property(row => row.Rules).HasMaxLength(Grant.RulesMaxLength);
        grant.Ignore(row => row.Amount);
        grant.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GrantDeadline> deadline)
    {
        deadline.ToTable("grant_deadlines").LiesWithin(row => row.CampusId);
        deadline.HasKey(row => row.GrantDeadlineId);
        deadline.Property(row => row.GrantDeadlineId).ValueGeneratedNever();
        deadline.Property(row => row.Title).HasMaxLength(Grant.NameMaxLength);
        deadline.HasIndex(row => new { row.CampusId, row.DueOn });
        deadline.HasOne<Grant>().WithMany().HasForeignKey(row => row.GrantId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BudgetLine> line)
    {
        line.ToTable("budget_lines").LiesWithin(row => row.CampusId);
        line.HasKey(row => row.BudgetLineId);
        line.Property(row => row.BudgetLineId).ValueGeneratedNever();
        line.Property(row => row.Title).HasMaxLength(Grant.NameMaxLength);
        line.Ignore(row => row.Amount);
        line.HasIndex(row => new { row.CampusId, row.PlanActionId });
        line.HasOne<Grant>().WithMany().HasForeignKey(row => row.GrantId).OnDelete(DeleteBehavior.Cascade);
        line.HasOne<PlanAction>().WithMany().HasForeignKey(row => row.PlanActionId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Expense> expense)
    {
        expense.ToTable("expenses").LiesWithin(row => row.CampusId);
        expense.HasKey(row => row.ExpenseId);
        expense.Property(row => row.ExpenseId).ValueGeneratedNever();
        expense.Property(row => row.Label).HasMaxLength(Grant.NameMaxLength);
        expense.Ignore(row => row.Amount);
        expense.HasIndex(row => new { row.GrantId, row.PaidOn });
        expense.HasIndex(row => new { row.CampusId, row.PlanActionId });
        // What was spent stays told: a grant with expenses is not removed.
        expense.HasOne<Grant>().WithMany().HasForeignKey(row => row.GrantId).OnDelete(DeleteBehavior.Restrict);
        expense.HasOne<PlanAction>().WithMany().HasForeignKey(row => row.PlanActionId).OnDelete(DeleteBehavior.SetNull);
        expense.HasOne<AttachedFile>().WithMany().HasForeignKey(row => row.AttachedFileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GrantPayment> payment)
    {
        payment.ToTable("grant_payments").LiesWithin(row => row.CampusId);
        payment.HasKey(row => row.GrantPaymentId);
        payment.Property(row => row.GrantPaymentId).ValueGeneratedNever();
        payment.Property(row => row.Label).HasMaxLength(Grant.NameMaxLength);
        payment.Ignore(row => row.Amount);
        payment.HasOne<Grant>().WithMany().HasForeignKey(row => row.GrantId).OnDelete(DeleteBehavior.Cascade);
    }
}
