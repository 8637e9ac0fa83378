DROP TABLE `client_devices`;--> statement-breakpoint
DROP TABLE `client_sessions`;--> statement-breakpoint
DROP TABLE `devices`;--> statement-breakpoint
DROP TABLE `factors`;--> statement-breakpoint
DROP TABLE `recovery_codes`;--> statement-breakpoint
DROP TABLE `sessions`;--> statement-breakpoint
DROP TABLE `care_groups`;