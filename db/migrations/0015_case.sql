CREATE TABLE `case_numbers` (
	`row` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `client_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`about_id` text,
	`about_version` text,
	`passage` text,
	`wish` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`extended_at` integer,
	`extended_reason` text,
	`reminded_for` text,
	`taken_up_by` text,
	`decided_at` integer,
	`decided_by` text,
	`decided_by_name` text,
	`answer` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `client_requests_person` ON `client_requests` (`environment_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `client_requests_state` ON `client_requests` (`environment_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `client_requests_kind` ON `client_requests` (`kind`,`state`,`due_on`);--> statement-breakpoint
ALTER TABLE `client_accounts` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `registration_requests` ADD `paused_on` text;--> statement-breakpoint
ALTER TABLE `employee_requests` ADD `paused_on` text;--> statement-breakpoint
ALTER TABLE `employee_requests` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
INSERT INTO case_numbers ("row", "last") SELECT substr(number, 1, 6), max(CAST(substr(number, 8) AS integer)) FROM registration_requests WHERE number LIKE 'R-____-%' GROUP BY 1;
--> statement-breakpoint
INSERT INTO case_numbers ("row", "last") SELECT substr(number, 1, 6), max(CAST(substr(number, 8) AS integer)) FROM employee_requests WHERE number LIKE 'M-____-%' GROUP BY 1;
--> statement-breakpoint
UPDATE registration_requests SET paused_on = (SELECT date(max(asked_at) / 1000, 'unixepoch', '+1 hour') FROM info_questions WHERE request_id = registration_requests.id) WHERE state = 'info_requested';
--> statement-breakpoint
UPDATE employee_requests SET paused_on = (SELECT date(max(at) / 1000, 'unixepoch', '+1 hour') FROM audit_log WHERE event = 'employee.ask_information' AND object_id = employee_requests.id) WHERE state = 'info_requested';
--> statement-breakpoint
INSERT INTO client_requests (id, environment_id, person_id, account_id, kind, state, about_id, wish, submitted_at, due_on, decided_at, decided_by, decided_by_name, answer) SELECT id, environment_id, person_id, account_id, kind, state, appointment_id, wish, submitted_at, answer_by, decided_at, decided_by, decided_by_name, answer FROM change_requests;
--> statement-breakpoint
INSERT INTO client_requests (id, environment_id, person_id, account_id, kind, state, about_id, about_version, passage, wish, submitted_at, due_on, extended_at, extended_reason, reminded_for, taken_up_by, decided_at, decided_by, decided_by_name, answer) SELECT id, environment_id, person_id, account_id, kind, state, part_id, part_version, passage, wish, submitted_at, due_on, extended_at, extended_reason, reminded_for, taken_up_by, decided_at, decided_by, decided_by_name, answer FROM correction_requests;
