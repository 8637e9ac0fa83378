CREATE TABLE `door_devices` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `door_devices_token` ON `door_devices` (`token_hash`,`owner_id`);--> statement-breakpoint
CREATE INDEX `door_devices_owner` ON `door_devices` (`owner_id`);--> statement-breakpoint
CREATE TABLE `door_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`secret` text,
	`last_time_step` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`bound_at` integer,
	`off_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `door_factors_owner` ON `door_factors` (`owner_id`);--> statement-breakpoint
CREATE TABLE `door_recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `door_recovery_codes_owner` ON `door_recovery_codes` (`owner_id`);--> statement-breakpoint
CREATE TABLE `door_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`place` text,
	`way` text NOT NULL,
	`level` integer,
	`factor_at` integer NOT NULL,
	`known_device` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ended_reason` text,
	`address` text,
	`client` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `door_sessions_token` ON `door_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `door_sessions_owner` ON `door_sessions` (`owner_id`);
--> statement-breakpoint
INSERT INTO `door_sessions` (`id`, `token_hash`, `owner_kind`, `owner_id`, `place`, `way`, `level`, `factor_at`, `known_device`, `created_at`, `last_seen_at`, `expires_at`, `ended_at`, `ended_reason`, `address`, `client`)
SELECT `id`, `token_hash`, 'account', `account_id`, NULL, `factor_kind`, NULL, `factor_at`, 0, `created_at`, `last_seen_at`, `expires_at`, `ended_at`, `ended_reason`, `address`, `client` FROM `sessions`;
--> statement-breakpoint
INSERT INTO `door_sessions` (`id`, `token_hash`, `owner_kind`, `owner_id`, `place`, `way`, `level`, `factor_at`, `known_device`, `created_at`, `last_seen_at`, `expires_at`, `ended_at`, `ended_reason`, `address`, `client`)
SELECT `id`, `token_hash`, 'client_account', `account_id`, `environment_id`, `way`, `level`, `created_at`, `known_device`, `created_at`, `last_seen_at`, `expires_at`, `ended_at`, `ended_reason`, `address`, `client` FROM `client_sessions`;
--> statement-breakpoint
INSERT INTO `door_devices` (`id`, `owner_kind`, `owner_id`, `token_hash`, `created_at`, `last_seen_at`, `removed_at`)
SELECT `id`, 'account', `account_id`, `token_hash`, `created_at`, `last_seen_at`, `removed_at` FROM `devices`;
--> statement-breakpoint
INSERT INTO `door_devices` (`id`, `owner_kind`, `owner_id`, `token_hash`, `created_at`, `last_seen_at`, `removed_at`)
SELECT `id`, 'client_account', `account_id`, `token_hash`, `created_at`, `last_seen_at`, `removed_at` FROM `client_devices`;
--> statement-breakpoint
INSERT INTO `door_factors` (`id`, `owner_kind`, `owner_id`, `kind`, `secret`, `last_time_step`, `failures`, `bound_at`, `off_at`, `created_at`)
SELECT `id`, 'account', `account_id`, `kind`, `secret`, `last_time_step`, `failures`, `bound_at`, `off_at`, `created_at` FROM `factors`;
--> statement-breakpoint
INSERT INTO `door_recovery_codes` (`id`, `owner_kind`, `owner_id`, `hash`, `used_at`, `created_at`)
SELECT `id`, 'account', `account_id`, `hash`, `used_at`, `created_at` FROM `recovery_codes`;
