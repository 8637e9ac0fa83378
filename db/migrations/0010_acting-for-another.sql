DROP INDEX `client_drafts_place`;--> statement-breakpoint
ALTER TABLE `client_drafts` ADD `about` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `client_drafts_place` ON `client_drafts` (`account_id`,`about`,`place`);--> statement-breakpoint
ALTER TABLE `client_sessions` DROP COLUMN `client_id`;
--> statement-breakpoint
UPDATE `client_drafts` SET `about` = coalesce((SELECT `person_id` FROM `client_accounts` WHERE `client_accounts`.`id` = `client_drafts`.`account_id`), `account_id`);
