/** A rule of the domain said no. Carries a code; words are made at the edge (`texts.ts`, error page). */
export class DomainError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
    this.name = new.target.name;
  }
}
/** Not there, or not yours: the two look the same. */
export class NotFound extends DomainError {
  constructor(code = "not_found") {
    super(404, code);
  }
}
/** You may not do this. */
export class Forbidden extends DomainError {
  constructor(code = "forbidden") {
    super(403, code);
  }
}
/** The state no longer allows it; somebody or the clock was first. */
export class Conflict extends DomainError {
  constructor(code = "conflict") {
    super(409, code);
  }
}
/** A form that no page of ours sends: it asks for an act that is not there. */
export class UnknownAct extends DomainError {
  constructor() {
    super(400, "unknown_act");
  }
}
/** What was entered is not right: field name → code of its message. */
export class Invalid extends DomainError {
  readonly fields: Record<string, string>;

  constructor(fields: Record<string, string>) {
    super(422, "invalid");
    this.fields = fields;
  }
}
/** More came than is taken: bytes, fields, or files. */
export class TooLarge extends DomainError {
  constructor() {
    super(413, "too_large");
  }
}
/** Too often; allowed again at `until`. */
export class Limited extends DomainError {
  readonly until: Date;

  constructor(until: Date) {
    super(429, "limited");
    this.until = until;
  }
}

/** Does what is asked; the code of the Conflict when somebody or the clock was first, else null. */
export async function conflictIn(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Conflict) return error.code;
    throw error;
  }
}
