CREATE TABLE `part_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part_id` text NOT NULL,
	`version` integer NOT NULL,
	`opens_on` text NOT NULL,
	`reason` text NOT NULL,
	`held_at` integer NOT NULL,
	`held_by` text NOT NULL,
	`held_by_name` text NOT NULL,
	`longer_days` integer,
	`longer_asked_of` text,
	`longer_asked_of_name` text,
	`longer_confirmed_at` integer,
	`released_at` integer,
	`released_by` text,
	`released_by_name` text,
	FOREIGN KEY (`part_id`) REFERENCES `record_parts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `part_holds_once` ON `part_holds` (`part_id`,`version`);--> statement-breakpoint
CREATE INDEX `part_holds_person` ON `part_holds` (`person_id`);