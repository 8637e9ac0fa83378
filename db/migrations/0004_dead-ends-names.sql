CREATE TABLE `name_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`account_id` text NOT NULL,
	`authorization_id` text NOT NULL,
	`given_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `name_consents_authorization` ON `name_consents` (`authorization_id`);