CREATE TABLE `record_intake_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`intake_id` text NOT NULL,
	`place` text NOT NULL,
	`file` text NOT NULL,
	`line` integer,
	`field` text,
	`line_id` text,
	`person` text,
	`reason` text NOT NULL,
	`effect` text NOT NULL,
	FOREIGN KEY (`intake_id`) REFERENCES `record_intakes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_intake_remarks_once` ON `record_intake_remarks` (`intake_id`,`place`);--> statement-breakpoint
CREATE TABLE `record_intakes` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`delivery_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`state` text NOT NULL,
	`lines` integer NOT NULL,
	`fresh` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`withdrawn` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_intakes_once` ON `record_intakes` (`environment_id`,`delivery_hash`);--> statement-breakpoint
CREATE INDEX `record_intakes_started` ON `record_intakes` (`started_at`);--> statement-breakpoint
CREATE TABLE `record_part_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part_id` text NOT NULL,
	`version` integer NOT NULL,
	`treatment_id` text,
	`kind` text NOT NULL,
	`occurred_on` text NOT NULL,
	`content` text NOT NULL,
	`file_id` text,
	`unavailable` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`part_id`) REFERENCES `record_parts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_part_versions_once` ON `record_part_versions` (`part_id`,`version`);--> statement-breakpoint
CREATE INDEX `record_part_versions_person` ON `record_part_versions` (`person_id`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `part_remarks` ADD `part_version` integer;--> statement-breakpoint
ALTER TABLE `record_parts` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `treatments` ADD `withdrawn_at` integer;