-- The log can only grow: no one changes or removes a line, not even by mistake (NEN 7513, ASVS 16.4.2).
create trigger if not exists audit_log_no_update before update on audit_log
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_log_no_delete before delete on audit_log
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_seals_no_update before update on audit_seals
begin select raise(abort, 'audit seals are append-only'); end;
create trigger if not exists audit_seals_no_delete before delete on audit_seals
begin select raise(abort, 'audit seals are append-only'); end;
create trigger if not exists audit_sealed_no_update before update on audit_sealed
begin select raise(abort, 'audit seals are append-only'); end;
create trigger if not exists audit_sealed_no_delete before delete on audit_sealed
begin select raise(abort, 'audit seals are append-only'); end;
create trigger if not exists audit_subjects_no_update before update on audit_subjects
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_subjects_no_delete before delete on audit_subjects
begin select raise(abort, 'the audit log is append-only'); end;
-- "insert or replace" removes what stands in its way without a word to the triggers above, also by row number.
create trigger if not exists audit_log_no_replace before insert on audit_log
when exists (select 1 from audit_log where id = new.id or (new.rowid <> -1 and rowid = new.rowid))
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_subjects_no_replace before insert on audit_subjects
when exists (select 1 from audit_subjects where id = new.id or (new.rowid <> -1 and rowid = new.rowid))
begin select raise(abort, 'the audit log is append-only'); end;
create trigger if not exists audit_sealed_no_replace before insert on audit_sealed
when exists (select 1 from audit_sealed where line_id = new.line_id or (new.rowid <> -1 and rowid = new.rowid))
begin select raise(abort, 'audit seals are append-only'); end;
create trigger if not exists audit_seals_no_replace before insert on audit_seals
when exists (select 1 from audit_seals where id = new.id or to_seq = new.to_seq or (new.rowid <> -1 and rowid = new.rowid))
begin select raise(abort, 'audit seals are append-only'); end;
