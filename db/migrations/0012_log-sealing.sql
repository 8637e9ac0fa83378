DROP INDEX `audit_log_seq`;--> statement-breakpoint
ALTER TABLE `audit_log` DROP COLUMN `seq`;