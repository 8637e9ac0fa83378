CREATE TABLE `client_barred_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`bsn_index` text NOT NULL,
	`barred_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `client_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_barred_numbers_person` ON `client_barred_numbers` (`person_id`,`bsn_index`);