-- The log can only grow: no one changes or removes a line, not even by mistake (NEN 7513, ASVS 16.4.2).
create trigger if not exists audit_log_no_update before update on audit_log
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_log_no_delete before delete on audit_log
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_seals_no_update before update on audit_seals
begin select raise(abort, 'audit seals are append-only'); end;
create trigger if not exists audit_seals_no_delete before delete on audit_seals
begin select raise(abort, 'audit seals are append-only'); end;
create trigger if not exists audit_subjects_no_update before update on audit_subjects
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_subjects_no_delete before delete on audit_subjects
begin select raise(abort, 'the audit log is append-only'); end;
