CREATE TABLE `audit_sealed` (
	`seq` integer PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_sealed_line` ON `audit_sealed` (`line_id`);--> statement-breakpoint
ALTER TABLE `audit_seals` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seals_to` ON `audit_seals` (`to_seq`);--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_subjects_line` ON `audit_subjects` (`line_id`);
--> statement-breakpoint
INSERT INTO `audit_sealed` (`seq`, `line_id`, `hash`) SELECT l.`seq`, l.`id`, h.`value` FROM `audit_seals` s JOIN json_each(s.`lines`) h JOIN `audit_log` l ON l.`seq` = s.`from_seq` + h.`key`;
