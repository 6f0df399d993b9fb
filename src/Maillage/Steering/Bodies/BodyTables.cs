using Maillage.Access.Accounts;
using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Steering.Bodies;

/// <summary>The tables of the bodies of a campus.</summary>
public static class BodySets
{
    extension(MaillageDb db)
    {
        public DbSet<SteeringBody> SteeringBodies => db.Set<SteeringBody>();

        public DbSet<BodyMember> BodyMembers => db.Set<BodyMember>();

        public DbSet<Meeting> Meetings => db.Set<Meeting>();

        public DbSet<MeetingAttendance> MeetingAttendances => db.Set<MeetingAttendance>();

        public DbSet<MeetingDecision> MeetingDecisions => db.Set<MeetingDecision>();
    }
}

internal sealed class BodyTables :
    IEntityTypeConfiguration<SteeringBody>,
    IEntityTypeConfiguration<BodyMember>,
    IEntityTypeConfiguration<Meeting>,
    IEntityTypeConfiguration<MeetingAttendance>,
    IEntityTypeConfiguration<MeetingDecision>
{
    public void Configure(EntityTypeBuilder<SteeringBody> body)
    {
        body.ToTable("steering_bodies").HasVersion().LiesWithin(row => row.CampusId);
        body.HasKey(row => row.SteeringBodyId);
        body.Property(row => row.SteeringBodyId).ValueGeneratedNever();
        body.Property(row => row.Name).HasMaxLength(SteeringBody.NameMaxLength);
        body.Property(row => row.Purpose).HasMaxLength(SteeringBody.PurposeMaxLength);
        body.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BodyMember> member)
    {
        member.ToTable("body_members").LiesWithin(row => row.CampusId);
        member.HasKey(row => row.BodyMemberId);
        member.Property(row => row.BodyMemberId).ValueGeneratedNever();
        member.Property(row => row.Name).HasMaxLength(BodyMember.NameMaxLength);
        member.Property(row => row.Function).HasMaxLength(BodyMember.FunctionMaxLength);
        member.HasOne<SteeringBody>().WithMany().HasForeignKey(row => row.SteeringBodyId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meetings").HasVersion().LiesWithin(row => row.CampusId);
        meeting.HasKey(row => row.MeetingId);
        meeting.Property(row => row.MeetingId).ValueGeneratedNever();
        meeting.Property(row => row.Place).HasMaxLength(Meeting.PlaceMaxLength);
        meeting.Property(row => row.Agenda).HasMaxLength(Meeting.AgendaMaxLength);
        meeting.Property(row => row.Minutes).HasMaxLength(Meeting.MinutesMaxLength);
        meeting.Property(row => row.Guests).HasMaxLength(Meeting.GuestsMaxLength);
        meeting.HasIndex(row => new { row.CampusId, row.StartsAt });
        meeting.HasOne<SteeringBody>().WithMany().HasForeignKey(row => row.SteeringBodyId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<AttachedFile>().WithMany().HasForeignKey(row => row.AttachedFileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MeetingAttendance> attendance)
    {
        attendance.ToTable("meeting_attendances").LiesWithin(row => row.CampusId);
        attendance.HasKey(row => new { row.MeetingId, row.BodyMemberId });
        attendance.HasOne<Meeting>().WithMany().HasForeignKey(row => row.MeetingId).OnDelete(DeleteBehavior.Cascade);
        attendance.HasOne<BodyMember>().WithMany().HasForeignKey(row => row.BodyMemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeetingDecision> decision)
    {
        decision.ToTable("meeting_decisions").HasVersion().LiesWithin(row => row.CampusId);
        decision.HasKey(row => row.MeetingDecisionId);
        decision.Property(row => row.MeetingDecisionId).ValueGeneratedNever();
        decision.Property(row => row.Text).HasMaxLength(MeetingDecision.TextMaxLength);
        decision.Property(row => row.OwnerName).HasMaxLength(MeetingDecision.OwnerMaxLength);
        decision.HasIndex(row => new { row.CampusId, row.State, row.DueOn });
        // What falls due in any campus.
        decision.HasIndex(row => new { row.State, row.DueOn });
        decision.HasOne<Meeting>().WithMany().HasForeignKey(row => row.MeetingId).OnDelete(DeleteBehavior.Cascade);
        decision.HasOne<Account>().WithMany().HasForeignKey(row => row.OwnerAccountId).OnDelete(DeleteBehavior.SetNull);
        decision.HasOne<PlanAction>().WithMany().HasForeignKey(row => row.PlanActionId).OnDelete(DeleteBehavior.SetNull);
    }
}
