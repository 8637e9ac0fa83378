import { createContext } from "react";

/** Id of the request that is being answered, for a fault to be found back in the log; empty in the browser. */
export const RequestId = createContext("");
