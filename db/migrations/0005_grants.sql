ALTER TABLE `grants` ADD `withdrawn_reason` text;--> statement-breakpoint
ALTER TABLE `grants` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `grants_standing` ON `grants` (`account_id`,`practice_id`,`granted_by`) WHERE "grants"."withdrawn_at" is null;
--> statement-breakpoint
UPDATE `grants` SET `report_groups` = '"all"' WHERE `report_groups` = '[]';
--> statement-breakpoint
UPDATE `employee_requests` SET `report_groups` = '"all"' WHERE `report_groups` = '[]';
