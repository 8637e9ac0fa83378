CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`actor_id` text,
	`actor_name` text,
	`role` text,
	`on_behalf_of` text,
	`organisation` text,
	`purpose` text,
	`basis` text,
	`address` text,
	`client` text,
	`session_id` text,
	`request_id` text,
	`object_type` text,
	`object_id` text,
	`object_version` text,
	`subject_id` text,
	`detail` text,
	`reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_log_seq` ON `audit_log` (`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_object` ON `audit_log` (`object_type`,`object_id`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_id`);--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject_id`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`id` text PRIMARY KEY NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer NOT NULL,
	`lines` text NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	`signature` text NOT NULL,
	`key_id` text NOT NULL,
	`sealed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_subjects` (
	`id` text PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`subject_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subjects_subject` ON `audit_subjects` (`subject_id`,`line_id`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`outcome` text
);
--> statement-breakpoint
CREATE TABLE `authorization_events` (
	`id` text PRIMARY KEY NOT NULL,
	`authorization_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_name` text,
	`address` text,
	`client` text,
	`detail` text,
	FOREIGN KEY (`authorization_id`) REFERENCES `authorizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `authorization_events_authorization` ON `authorization_events` (`authorization_id`);--> statement-breakpoint
CREATE TABLE `authorization_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`authorization_id` text NOT NULL,
	`version` integer NOT NULL,
	`fields` text NOT NULL,
	`words` text NOT NULL,
	`document_file` text NOT NULL,
	`document_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`sealed_file` text,
	`sealed_hash` text,
	`evidence_file` text,
	`evidence_hash` text,
	`evidence` text,
	`signed_name` text,
	`signed_at` integer,
	FOREIGN KEY (`authorization_id`) REFERENCES `authorizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authorization_versions_version` ON `authorization_versions` (`authorization_id`,`version`);--> statement-breakpoint
CREATE INDEX `authorization_versions_sealed` ON `authorization_versions` (`sealed_hash`);--> statement-breakpoint
CREATE INDEX `authorization_versions_evidence` ON `authorization_versions` (`evidence_hash`);--> statement-breakpoint
CREATE TABLE `authorizations` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`request_id` text NOT NULL,
	`agb_practitioner` text NOT NULL,
	`agb_practice` text NOT NULL,
	`practitioner_name` text NOT NULL,
	`practice_name` text NOT NULL,
	`practice_id` text,
	`account_id` text,
	`version` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`signed_at` integer,
	`ended_at` integer,
	`ended_reason` text,
	`check_code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authorizations_check` ON `authorizations` (`check_code`);--> statement-breakpoint
CREATE INDEX `authorizations_request` ON `authorizations` (`request_id`);--> statement-breakpoint
CREATE INDEX `authorizations_practice` ON `authorizations` (`practice_id`);--> statement-breakpoint
CREATE INDEX `authorizations_account` ON `authorizations` (`account_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `signing_handovers` (
	`request_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `change_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`appointment_id` text,
	`state` text NOT NULL,
	`wish` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`answer_by` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decided_by_name` text,
	`answer` text
);
--> statement-breakpoint
CREATE INDEX `change_requests_person` ON `change_requests` (`environment_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `change_requests_state` ON `change_requests` (`environment_id`,`state`,`answer_by`);--> statement-breakpoint
CREATE TABLE `client_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`state` text NOT NULL,
	`person_id` text,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`birth_date` text,
	`email` text,
	`email_key` text,
	`password_hash` text,
	`mail_door` integer DEFAULT false NOT NULL,
	`bsn_index` text,
	`digid_linked_at` integer,
	`digid_undo_until` integer,
	`language` text,
	`accepted_terms` integer,
	`previous_sign_in_at` integer,
	`last_sign_in_at` integer,
	`tour_step` integer,
	`tour_done_at` integer,
	`refused_reason` text,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_accounts_email` ON `client_accounts` (`environment_id`,`email_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `client_accounts_bsn` ON `client_accounts` (`environment_id`,`bsn_index`);--> statement-breakpoint
CREATE INDEX `client_accounts_person` ON `client_accounts` (`environment_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `client_accounts_state` ON `client_accounts` (`environment_id`,`state`);--> statement-breakpoint
CREATE TABLE `client_devices` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `client_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_devices_token` ON `client_devices` (`token_hash`,`account_id`);--> statement-breakpoint
CREATE TABLE `client_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`place` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `client_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_drafts_place` ON `client_drafts` (`account_id`,`place`);--> statement-breakpoint
CREATE TABLE `client_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`client_id` text,
	`way` text NOT NULL,
	`level` integer,
	`known_device` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ended_reason` text,
	`address` text,
	`client` text,
	FOREIGN KEY (`account_id`) REFERENCES `client_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_sessions_token` ON `client_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `client_sessions_account` ON `client_sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `client_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`accepted` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`session_id` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `client_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_terms_account` ON `client_terms` (`account_id`);--> statement-breakpoint
CREATE TABLE `environment_staff` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`clinician_code` text,
	`starts_on` text NOT NULL,
	`ends_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `environment_staff_once` ON `environment_staff` (`environment_id`,`account_id`,`role`);--> statement-breakpoint
CREATE INDEX `environment_staff_account` ON `environment_staff` (`account_id`);--> statement-breakpoint
CREATE TABLE `correction_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text NOT NULL,
	`part_id` text NOT NULL,
	`part_version` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`passage` text,
	`wish` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`extended_at` integer,
	`extended_reason` text,
	`reminded_for` text,
	`taken_up_by` text,
	`decided_at` integer,
	`decided_by` text,
	`decided_by_name` text,
	`answer` text
);
--> statement-breakpoint
CREATE INDEX `correction_requests_person` ON `correction_requests` (`person_id`);--> statement-breakpoint
CREATE INDEX `correction_requests_state` ON `correction_requests` (`environment_id`,`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`operator_role` text,
	`agb` text,
	`language` text,
	`mobile` text,
	`password_hash` text,
	`mail_code_off` integer DEFAULT false NOT NULL,
	`accepted_terms` text,
	`invited_at` integer NOT NULL,
	`activated_at` integer,
	`ends_on` text,
	`ended_reason` text,
	`created_at` integer NOT NULL,
	`created_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email_key`);--> statement-breakpoint
CREATE INDEX `accounts_agb` ON `accounts` (`agb`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`token_hash` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`finished_at` integer,
	`notice_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_token` ON `attempts` (`token_hash`);--> statement-breakpoint
CREATE INDEX `attempts_subject` ON `attempts` (`subject_id`);--> statement-breakpoint
CREATE TABLE `codes` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`channel` text NOT NULL,
	`hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`replaced_at` integer,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `codes_attempt` ON `codes` (`attempt_id`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token_account` ON `devices` (`token_hash`,`account_id`);--> statement-breakpoint
CREATE TABLE `digid_assertions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `digid_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`browser_hash` text NOT NULL,
	`relay_state` text NOT NULL,
	`purpose` text NOT NULL,
	`minimum_level` integer NOT NULL,
	`account_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digid_requests_relay` ON `digid_requests` (`relay_state`);--> statement-breakpoint
CREATE TABLE `factors` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`secret` text,
	`last_time_step` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`bound_at` integer,
	`off_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `factors_account` ON `factors` (`account_id`);--> statement-breakpoint
CREATE TABLE `limits` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`started_at` integer NOT NULL,
	`blocked_until` integer
);
--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`replaced_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_token` ON `links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `links_subject` ON `links` (`purpose`,`subject_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_account` ON `recovery_codes` (`account_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`factor_at` integer NOT NULL,
	`factor_kind` text NOT NULL,
	`ended_at` integer,
	`ended_reason` text,
	`address` text,
	`client` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `terms_acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`version` text NOT NULL,
	`hash` text NOT NULL,
	`accepted` integer NOT NULL,
	`accepted_at` integer NOT NULL,
	`session_id` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `terms_account` ON `terms_acceptances` (`account_id`);--> statement-breakpoint
CREATE TABLE `dev_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`key` text NOT NULL,
	`body` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`agb_practice` text NOT NULL,
	`state` text NOT NULL,
	`record_system` text,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_practice` ON `connections` (`agb_practice`);--> statement-breakpoint
CREATE TABLE `employee_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`state` text NOT NULL,
	`practice_id` text NOT NULL,
	`requested_by` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`job_title` text NOT NULL,
	`email` text NOT NULL,
	`mobile` text,
	`reports` integer NOT NULL,
	`patient_details` integer NOT NULL,
	`report_groups` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`promise_on` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`taken_by` text,
	`decided_at` integer,
	`reason` text,
	`question` text,
	`answer` text,
	`account_id` text,
	`search_text` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employee_requests_number` ON `employee_requests` (`number`);--> statement-breakpoint
CREATE INDEX `employee_requests_state` ON `employee_requests` (`state`);--> statement-breakpoint
CREATE INDEX `employee_requests_practice` ON `employee_requests` (`practice_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`practice_id` text NOT NULL,
	`authorization_id` text NOT NULL,
	`granted_by` text NOT NULL,
	`reports` integer NOT NULL,
	`patient_details` integer NOT NULL,
	`report_groups` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_account` ON `grants` (`account_id`);--> statement-breakpoint
CREATE INDEX `grants_authorization` ON `grants` (`authorization_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`practice_id` text NOT NULL,
	`role` text NOT NULL,
	`job_title` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_pair` ON `memberships` (`account_id`,`practice_id`);--> statement-breakpoint
CREATE INDEX `memberships_practice` ON `memberships` (`practice_id`);--> statement-breakpoint
CREATE TABLE `practice_care_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`care_group_id` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_care_groups_pair` ON `practice_care_groups` (`practice_id`,`care_group_id`);--> statement-breakpoint
CREATE TABLE `practices` (
	`id` text PRIMARY KEY NOT NULL,
	`agb` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`place` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practices_agb` ON `practices` (`agb`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`external_id` text NOT NULL,
	`state` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer,
	`content` text NOT NULL,
	`imported_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`line_hash` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `record_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_external` ON `appointments` (`environment_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `appointments_person` ON `appointments` (`person_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `care_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`clinician_code` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `record_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_relations_once` ON `care_relations` (`environment_id`,`person_id`,`clinician_code`);--> statement-breakpoint
CREATE INDEX `care_relations_clinician` ON `care_relations` (`environment_id`,`clinician_code`);--> statement-breakpoint
CREATE TABLE `part_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part_id` text NOT NULL,
	`reason` text NOT NULL,
	`blocked_by` text NOT NULL,
	`blocked_by_name` text NOT NULL,
	`blocked_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`part_id`) REFERENCES `record_parts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `part_blocks_part` ON `part_blocks` (`part_id`);--> statement-breakpoint
CREATE TABLE `part_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_by_name` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`part_id`) REFERENCES `record_parts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `part_remarks_part` ON `part_remarks` (`part_id`);--> statement-breakpoint
CREATE TABLE `record_people` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`external_id` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`birth_date` text NOT NULL,
	`bsn` text,
	`bsn_index` text,
	`contact` text,
	`imported_at` integer NOT NULL,
	`line_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_people_external` ON `record_people` (`environment_id`,`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `record_people_bsn` ON `record_people` (`environment_id`,`bsn_index`);--> statement-breakpoint
CREATE INDEX `record_people_name` ON `record_people` (`environment_id`,`birth_date`);--> statement-breakpoint
CREATE TABLE `record_links` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer,
	`linked_at` integer,
	`linked_by` text,
	`linked_by_name` text,
	`unlinked_at` integer,
	`unlinked_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `record_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_links_person` ON `record_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `record_links_state` ON `record_links` (`environment_id`,`state`);--> statement-breakpoint
CREATE TABLE `record_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`treatment_id` text,
	`external_id` text NOT NULL,
	`kind` text NOT NULL,
	`occurred_on` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`file_id` text,
	`unavailable` integer DEFAULT false NOT NULL,
	`imported_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`line_hash` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `record_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_parts_external` ON `record_parts` (`environment_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `record_parts_person` ON `record_parts` (`person_id`,`occurred_on`);--> statement-breakpoint
CREATE TABLE `treatments` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`external_id` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	`content` text NOT NULL,
	`imported_at` integer NOT NULL,
	`line_hash` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `record_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `treatments_external` ON `treatments` (`environment_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `treatments_person` ON `treatments` (`person_id`);--> statement-breakpoint
CREATE TABLE `agb_parties` (
	`agb` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`initials` text,
	`birth_name` text,
	`trade_name` text,
	`care_kind` text NOT NULL,
	`qualifications` text NOT NULL,
	`phone` text,
	`email` text,
	`place` text,
	`starts_on` text NOT NULL,
	`ends_on` text
);
--> statement-breakpoint
CREATE TABLE `agb_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`agb_a` text NOT NULL,
	`agb_b` text NOT NULL,
	`kind` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text
);
--> statement-breakpoint
CREATE INDEX `agb_relations_a` ON `agb_relations` (`agb_a`);--> statement-breakpoint
CREATE INDEX `agb_relations_b` ON `agb_relations` (`agb_b`);--> statement-breakpoint
CREATE TABLE `care_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`region` text,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `check_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`round` integer NOT NULL,
	`rule` text NOT NULL,
	`outcome` text NOT NULL,
	`source` text NOT NULL,
	`checked_at` integer NOT NULL,
	`reference_date` text NOT NULL,
	`evidence` text NOT NULL,
	`accepted_by` text,
	`accepted_reason` text,
	`accepted_at` integer,
	FOREIGN KEY (`request_id`) REFERENCES `registration_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_rows_request` ON `check_rows` (`request_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`handed_in_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_token` ON `drafts` (`token_hash`);--> statement-breakpoint
CREATE TABLE `info_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`field` text NOT NULL,
	`question` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`request_id`) REFERENCES `registration_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `info_questions_request` ON `info_questions` (`request_id`);--> statement-breakpoint
CREATE TABLE `registration_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`state` text NOT NULL,
	`connected` integer NOT NULL,
	`record_system` text,
	`agrees_to_connect` integer DEFAULT false NOT NULL,
	`agb_practitioner` text NOT NULL,
	`agb_practice` text NOT NULL,
	`practice_kind` text NOT NULL,
	`practice_name` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`practice_email` text NOT NULL,
	`own_email` text,
	`mobile` text,
	`care_groups` text NOT NULL,
	`other_care_group` text,
	`language` text NOT NULL,
	`search_text` text NOT NULL,
	`target_on` text NOT NULL,
	`promise_on` text,
	`submitted_at` integer NOT NULL,
	`taken_by` text,
	`signed_at` integer,
	`closed_at` integer,
	`reason` text,
	`account_id` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registration_number` ON `registration_requests` (`number`);--> statement-breakpoint
CREATE INDEX `registration_state` ON `registration_requests` (`state`);--> statement-breakpoint
CREATE INDEX `registration_agb` ON `registration_requests` (`agb_practitioner`,`agb_practice`);--> statement-breakpoint
CREATE TABLE `request_events` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_name` text NOT NULL,
	`note` text,
	`shown` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `registration_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_events_request` ON `request_events` (`request_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`manifest_hash` text NOT NULL,
	`delivery_id` text NOT NULL,
	`source` text NOT NULL,
	`period` text NOT NULL,
	`state` text NOT NULL,
	`rows` integer NOT NULL,
	`faults` text NOT NULL,
	`catalogue_version` text,
	`received_at` integer NOT NULL,
	`received_by` text,
	`upload` text,
	`measured_on` text,
	`supersedes` text,
	`comparison` text,
	`checked_at` integer,
	`published_at` integer,
	`release_file` text,
	`replaced_id` text,
	`reason` text,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_manifest` ON `deliveries` (`manifest_hash`);--> statement-breakpoint
CREATE INDEX `deliveries_period` ON `deliveries` (`period`);--> statement-breakpoint
CREATE TABLE `delivery_uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`sealed_key` text NOT NULL,
	`files` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `detail_files` (
	`id` text PRIMARY KEY NOT NULL,
	`delivery_id` text NOT NULL,
	`period` text NOT NULL,
	`release` text NOT NULL,
	`file` text NOT NULL,
	`sealed_key` text,
	`rows` integer NOT NULL,
	`keep_until` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `detail_files_delivery` ON `detail_files` (`delivery_id`);--> statement-breakpoint
CREATE TABLE `detail_reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`account_id` text NOT NULL,
	`practice_agb` text NOT NULL,
	`indicator_id` text NOT NULL,
	`purpose` text NOT NULL,
	`note` text,
	`given_at` integer NOT NULL,
	`opened_at` integer,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `detail_reasons_session` ON `detail_reasons` (`session_id`,`practice_agb`,`indicator_id`);--> statement-breakpoint
CREATE TABLE `product_looks` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`account_id` text NOT NULL,
	`first_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_looks_once` ON `product_looks` (`product_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`title_nl` text NOT NULL,
	`title_en` text,
	`period` text NOT NULL,
	`audience` text NOT NULL,
	`file_id` text NOT NULL,
	`size` integer NOT NULL,
	`pages` integer,
	`standing` text,
	`created_at` integer NOT NULL,
	`created_by_name` text NOT NULL,
	`published_at` integer,
	`published_by_name` text,
	`withdrawn_at` integer,
	`withdrawn_by_name` text,
	`withdrawn_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_standing` ON `products` (`standing`);--> statement-breakpoint
CREATE INDEX `products_state` ON `products` (`state`,`period`);--> statement-breakpoint
CREATE TABLE `published_releases` (
	`period` text PRIMARY KEY NOT NULL,
	`delivery_id` text NOT NULL,
	`file` text NOT NULL,
	`measured_on` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`practice_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`period` text NOT NULL,
	`text` text,
	`target` integer,
	`author_id` text NOT NULL,
	`author_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`removed_by` text
);
--> statement-breakpoint
CREATE INDEX `report_marks_place` ON `report_marks` (`practice_id`,`indicator_id`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`message` text NOT NULL,
	`page` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL
);
