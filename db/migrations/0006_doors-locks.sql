ALTER TABLE `client_accounts` ADD `credential_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `client_accounts` ADD `code_failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `credential_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `code_failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attempts` ADD `credential_version` integer;--> statement-breakpoint
ALTER TABLE `devices` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `limits` ADD `about` text;--> statement-breakpoint
CREATE INDEX `limits_about` ON `limits` (`about`);
--> statement-breakpoint
UPDATE `accounts` SET `code_failures` = min(20, (SELECT coalesce(sum(`failures`), 0) FROM `factors` WHERE `factors`.`account_id` = `accounts`.`id`));
--> statement-breakpoint
UPDATE `factors` SET `off_at` = (SELECT max(coalesce(`f`.`off_at`, `f`.`created_at`)) FROM `factors` `f` WHERE `f`.`account_id` = `factors`.`account_id`) WHERE `off_at` IS NULL AND `bound_at` IS NOT NULL AND `account_id` IN (SELECT `id` FROM `accounts` WHERE `code_failures` >= 20);
