ALTER TABLE `record_links` ADD `unlinked_by` text;--> statement-breakpoint
ALTER TABLE `record_links` ADD `unlinked_by_name` text;--> statement-breakpoint
ALTER TABLE `record_links` ADD `unlinked_why` text;