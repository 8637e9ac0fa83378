CREATE TABLE `client_matches` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`matched_at` integer NOT NULL,
	`matched_by` text NOT NULL,
	`matched_by_name` text NOT NULL,
	`checked` text NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`undone_by_name` text,
	`undone_reason` text,
	FOREIGN KEY (`account_id`) REFERENCES `client_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_matches_account` ON `client_matches` (`account_id`);--> statement-breakpoint
CREATE INDEX `client_matches_person` ON `client_matches` (`person_id`);--> statement-breakpoint
ALTER TABLE `client_accounts` ADD `age_seen_at` integer;--> statement-breakpoint
ALTER TABLE `client_accounts` ADD `age_seen_by` text;--> statement-breakpoint
ALTER TABLE `client_accounts` ADD `age_seen_by_name` text;--> statement-breakpoint
ALTER TABLE `client_accounts` ADD `closed_reason` text;