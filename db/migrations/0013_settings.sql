CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`value` text,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `settings_one` ON `settings` (`kind`,`key`,`revision`);--> statement-breakpoint
CREATE TABLE `settings_head` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);

--> statement-breakpoint
INSERT INTO `settings` (`id`, `kind`, `key`, `revision`, `position`, `value`, `at`, `by`)
SELECT 'care_group-' || `id`, 'care_group', `id`, 1, row_number() OVER (ORDER BY `name`) - 1,
  json_object('id', `id`, 'name', `name`, 'region', `region`, 'active', json(CASE WHEN `active` THEN 'true' ELSE 'false' END)),
  cast(unixepoch('subsec') * 1000 AS integer), 'migration'
FROM `care_groups`;
--> statement-breakpoint
INSERT INTO `settings_head` (`id`, `revision`) SELECT 'settings', 1 WHERE EXISTS (SELECT 1 FROM `care_groups`);
