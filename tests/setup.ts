import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// Before any module reads the configuration; every test file runs in a process of its own.
process.env.MODE = "test";
process.env.LOG_LEVEL = "silent";
process.env.PASSWORD_COST = "low";
process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), "zorgpoort-test-"));
