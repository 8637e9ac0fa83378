import type { Response as ExpressResponse, RequestHandler } from "express";
import type { ServerBuild } from "@remix-run/node";
import type { DomainError } from "#app/shared/errors.ts";

type Work = (given: never) => unknown;

/** Refusals of the domain become answers with their status and code; the error page makes the words. */
export function answerable(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const { loader, action } = route.module as { loader?: Work; action?: Work };
      const module = {
        ...route.module,
        ...(loader && { loader: mapped(loader) }),
        ...(action && { action: mapped(action) }),
      };
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes } as ServerBuild;
}

const mapped = (work: Work) => async (given: never) => {
  try {
    return await work(given);
  } catch (error) {
    if (isBrokenForm(error)) throw Response.json({ code: "broken_form" }, { status: 400 });
    throw isDomainError(error) ? answer(error) : error;
  }
};

// What `request.formData()` throws for a form cut off or without its boundary; it has no code to know it by.
const isBrokenForm = (error: unknown) =>
  error instanceof TypeError && /^Failed to parse body as FormData/.test(error.message);

// The build holds a copy of the class of its own, so `instanceof` does not know it here.
function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && "status" in error && "code" in error && typeof error.status === "number";
}

function answer(error: DomainError): Response {
  const { fields, until } = error as DomainError & { fields?: Record<string, string>; until?: Date };
  const headers = new Headers();
  if (until) headers.set("Retry-After", until.toUTCString());
  return Response.json({ code: error.code, fields, until: until?.toISOString() }, { status: error.status, headers });
}

const SINGLE = new Set(["content-security-policy", "cache-control"]);

/** Where a page says something else than the general headers do, its word takes their place instead of joining them. */
export const oneValue: RequestHandler = (_request, response, next) => {
  const append = response.append.bind(response);
  response.append = (name: string, value?: string | string[]): ExpressResponse =>
    SINGLE.has(name.toLowerCase()) ? response.set(name, value) : append(name, value);
  next();
};
