/** Beside a running server, in a process of its own: the register, and somebody of the desk who may activate an account. */
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { readRegisterFile } from "#app/professionals/joining/agb/file.ts";
import { replaceRegister } from "#app/professionals/joining/agb/replace.server.ts";
import { keepUp } from "#app/platform/settings/in-force.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { theClock } from "#tests/registration-world.ts";
import { agent, registerFile } from "./cast.ts";

await keepUp();
const register = readRegisterFile(registerFile());
if (register.faults.length > 0) throw new Error(JSON.stringify(register.faults[0]));
await replaceRegister(theClock, register);
const [firstName = "", ...rest] = agent.name.split(" ");
const person = {
  firstName,
  lastName: rest.join(" "),
  email: agent.email,
  mobile: agent.mobile,
  language: "nl" as const,
};
const role = { agb: null, operatorRole: "agent" as const, practiceName: "" };
await transaction((tx) => inviteAccount(tx, theClock, { ...person, ...role }));
await closeDatabase();
