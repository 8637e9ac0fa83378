DROP TABLE `change_requests`;--> statement-breakpoint
DROP TABLE `correction_requests`;