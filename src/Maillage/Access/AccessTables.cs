using System.Text.Json;
using Maillage.Access.Accounts;
using Maillage.Access.ApiKeys;
using Maillage.Access.Guardians;
using Maillage.Access.Invitations;
using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Access;

/// <summary>The tables of the module.</summary>
public static class AccessTables
{
    extension(MaillageDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();

        public DbSet<AccountPasskey> AccountPasskeys => db.Set<AccountPasskey>();

        public DbSet<AccountLogin> AccountLogins => db.Set<AccountLogin>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        public DbSet<ActionLink> ActionLinks => db.Set<ActionLink>();

        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<SignInAttempt> SignInAttempts => db.Set<SignInAttempt>();

        public DbSet<RoleAssignment> RoleAssignments => db.Set<RoleAssignment>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        public DbSet<GuardianAgreement> GuardianAgreements => db.Set<GuardianAgreement>();
    }
}

internal sealed class AccountTables :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<AccountLogin>,
    IEntityTypeConfiguration<RecoveryCode>,
    IEntityTypeConfiguration<AccountPasskey>
{
    private const int StampMaxLength = 64;
    private const int ProviderMaxLength = 128;
    private const int SubjectMaxLength = 255;
    private const int CredentialMaxLength = 1_024;

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts").HasVersion();
        account.HasKey(row => row.Id);
        account.Property(row => row.Id).HasColumnName("account_id").ValueGeneratedNever();
        account.Property(row => row.Name).HasMaxLength(Account.NameMaxLength);
        account.Property(row => row.FoldedName).HasMaxLength(Account.NameMaxLength * 2);
        account.HasIndex(row => row.FoldedName);
        account.Property(row => row.Language).HasMaxLength(2);
        account.Property(row => row.UserName).HasMaxLength(Account.EmailMaxLength);
        account.Property(row => row.NormalizedUserName).HasMaxLength(Account.EmailMaxLength);
        account.Property(row => row.Email).HasMaxLength(Account.EmailMaxLength);
        account.Property(row => row.NormalizedEmail).HasMaxLength(Account.EmailMaxLength);
        account.Property(row => row.PasswordHash).HasMaxLength(SubjectMaxLength).IsSecret();
        account.Property(row => row.SecurityStamp).HasMaxLength(StampMaxLength).IsSecret();
        account.Property(row => row.ConcurrencyStamp).HasMaxLength(StampMaxLength).IsSecret();
        account.Property(row => row.CodeKey).HasMaxLength(Account.CodeKeyMaxLength).IsSecret();
        account.Property(row => row.LastCodeStep).IsSecret();
        account.HasIndex(row => row.NormalizedEmail).IsUnique();
        account.HasIndex(row => row.NormalizedUserName).IsUnique();
        // Slowing down is ours, by attempts kept with the injected clock; no telephone is asked for.
        account.Ignore(row => row.LockoutEnd).Ignore(row => row.LockoutEnabled).Ignore(row => row.AccessFailedCount);
        account.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
    }

    public void Configure(EntityTypeBuilder<AccountLogin> login)
    {
        login.ToTable("account_logins");
        login.HasKey(row => new { row.LoginProvider, row.ProviderKey });
        login.Property(row => row.LoginProvider).HasMaxLength(ProviderMaxLength);
        login.Property(row => row.ProviderKey).HasMaxLength(SubjectMaxLength);
        login.Property(row => row.ProviderDisplayName).HasMaxLength(ProviderMaxLength);
        login.Property(row => row.UserId).HasColumnName("account_id");
        login.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_codes");
        code.HasKey(row => row.RecoveryCodeId);
        code.Property(row => row.Digest).HasMaxLength(Secret.DigestLength).IsSecret();
        code.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
    }

    public void Configure(EntityTypeBuilder<AccountPasskey> passkey)
    {
        passkey.ToTable("account_passkeys");
        passkey.HasKey(row => row.CredentialId);
        passkey.Property(row => row.CredentialId).HasMaxLength(CredentialMaxLength);
        passkey.Property(row => row.UserId).HasColumnName("account_id");
        passkey.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId);
        // What the framework keeps of a key is its own affair: one value, written as it writes it.
        passkey.Property(row => row.Data).IsSecret().HasConversion(
            data => JsonSerializer.Serialize(data, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<IdentityPasskeyData>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IdentityPasskeyData>(
                (left, right) => JsonSerializer.Serialize(left, JsonSerializerOptions.Default) == JsonSerializer.Serialize(right, JsonSerializerOptions.Default),
                data => JsonSerializer.Serialize(data, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal),
                data => JsonSerializer.Deserialize<IdentityPasskeyData>(JsonSerializer.Serialize(data, JsonSerializerOptions.Default), JsonSerializerOptions.Default)!));
    }
}

internal sealed class RightsTables :
    IEntityTypeConfiguration<RoleAssignment>,
    IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<GuardianAgreement>,
    IEntityTypeConfiguration<ActionLink>,
    IEntityTypeConfiguration<ApiKey>,
    IEntityTypeConfiguration<Session>,
    IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> assignment)
    {
        assignment.ToTable("role_assignments").HasVersion().LiesWithin(row => row.RoleAssignmentId);
        assignment.HasKey(row => row.RoleAssignmentId);
        assignment.Property(row => row.ScopeKey).HasMaxLength(Scope.KeyMaxLength);
        assignment.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
        assignment.HasIndex(row => new { row.ScopeKind, row.ScopeKey });
        assignment.Ignore(row => row.Scope);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations").HasVersion().LiesWithin(row => row.InvitationId);
        invitation.HasKey(row => row.InvitationId);
        invitation.Property(row => row.TokenDigest).HasMaxLength(Secret.DigestLength).IsSecret();
        invitation.Property(row => row.Email).HasMaxLength(Account.EmailMaxLength);
        invitation.Property(row => row.Name).HasMaxLength(Account.NameMaxLength);
        invitation.Property(row => row.ScopeKey).HasMaxLength(Scope.KeyMaxLength);
        invitation.HasIndex(row => row.TokenDigest).IsUnique();
        invitation.HasIndex(row => new { row.ScopeKind, row.ScopeKey });
        invitation.HasIndex(row => new { row.InvitedBy, row.SentAt });
        invitation.Ignore(row => row.Scope);
    }

    public void Configure(EntityTypeBuilder<GuardianAgreement> agreement)
    {
        agreement.ToTable("guardian_agreements").HasVersion();
        agreement.HasKey(row => row.GuardianAgreementId);
        agreement.Property(row => row.LearnerEmail).HasMaxLength(Account.EmailMaxLength);
        agreement.Property(row => row.LearnerName).HasMaxLength(Account.NameMaxLength);
        agreement.Property(row => row.GuardianEmail).HasMaxLength(Account.EmailMaxLength);
        agreement.Property(row => row.ScopeKey).HasMaxLength(Scope.KeyMaxLength);
        agreement.Property(row => row.Language).HasMaxLength(2);
        agreement.HasIndex(row => new { row.ScopeKind, row.ScopeKey });
        agreement.HasIndex(row => row.LearnerEmail);
        agreement.HasIndex(row => row.LearnerId);
        agreement.Ignore(row => row.Scope);
    }

    public void Configure(EntityTypeBuilder<ActionLink> link)
    {
        link.ToTable("action_links").HasVersion();
        link.HasKey(row => row.ActionLinkId);
        link.Property(row => row.TokenDigest).HasMaxLength(Secret.DigestLength).IsSecret();
        link.Property(row => row.Email).HasMaxLength(Account.EmailMaxLength);
        link.HasIndex(row => row.TokenDigest).IsUnique();
        link.HasIndex(row => new { row.Purpose, row.SubjectId });
        link.HasIndex(row => row.AccountId);
    }

    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.ToTable("api_keys").HasVersion();
        key.HasKey(row => row.ApiKeyId);
        key.Property(row => row.Name).HasMaxLength(ApiKey.NameMaxLength);
        key.Property(row => row.Digest).HasMaxLength(Secret.DigestLength).IsSecret();
        key.Property(row => row.ScopeKey).HasMaxLength(Scope.KeyMaxLength);
        key.HasIndex(row => row.Digest).IsUnique();
        key.HasIndex(row => new { row.ScopeKind, row.ScopeKey });
        key.Ignore(row => row.Scope);
    }

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions").HasVersion();
        session.HasKey(row => row.SessionId);
        session.Property(row => row.Device).HasMaxLength(Session.DeviceMaxLength);
        session.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> attempt)
    {
        attempt.ToTable("sign_in_attempts").IsItsOwnTrace();
        attempt.HasKey(row => row.SignInAttemptId);
        attempt.Property(row => row.Key).HasMaxLength(Secret.DigestLength);
        attempt.HasIndex(row => new { row.Key, row.At });
        attempt.HasIndex(row => row.At);
    }
}
