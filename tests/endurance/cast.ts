/** Invented practices that are in order in the register: one practitioner and one employee each. */
export type Player = {
  agb: string;
  practiceAgb: string;
  practice: string;
  firstName: string;
  lastName: string;
  practiceEmail: string;
  phone: string;
  person: Person;
  nurse: Person;
};

export type Person = { name: string; email: string; mobile: string; password: string };

const STARTS = ["Linde", "Water", "Veen", "Brug", "Hoek", "Duin", "Molen"];
const ENDS = ["man", "stra", "horst", "kamp", "zicht", "veld"];
const two = (n: number) => String(n).padStart(2, "0");

/** The nth of at most 42. */
export function player(n: number): Player {
  const lastName = `${STARTS[n % STARTS.length]!}${ENDS[Math.floor(n / STARTS.length) % ENDS.length]!}`;
  const site = `${lastName.toLowerCase()}.example`;
  const password = `vier oude fietsen bij de ${n} sluizen`;
  return {
    agb: `010770${two(n)}`,
    practiceAgb: `010780${two(n)}`,
    practice: `Huisartsenpraktijk ${lastName}`,
    firstName: "Karin",
    lastName,
    practiceEmail: `praktijk@${site}`,
    phone: `0599 551 1${two(n)}`,
    person: { name: `Karin ${lastName}`, email: `karin@${site}`, mobile: `+316100710${two(n)}`, password },
    nurse: { name: `Wim ${lastName}`, email: `wim@${site}`, mobile: `+316100720${two(n)}`, password },
  };
}

/** How many there are. */
export const PLAYERS = STARTS.length * ENDS.length;

export const agent: Person = {
  name: "Bram de Wit",
  email: "bram@servicedesk.example",
  mobile: "+31610070000",
  password: "drie lange brieven over de dijk",
};

/** The register file in which they all stand. */
export function registerFile(): string {
  const head =
    "kind,agb,name,initials,birth_name,trade_name,care_kind,qualifications,phone,email,place,starts_on,ends_on";
  const lines = [`${head},related_agb,relation`];
  for (let n = 0; n < PLAYERS; n++) {
    const { agb, practiceAgb, practice, lastName, phone, practiceEmail } = player(n);
    lines.push(`organisation,${practiceAgb},${practice},,,,01,0100,${phone},${practiceEmail},Waterdam,2001-01-01,,,`);
    lines.push(`person,${agb},${lastName},K.,,,01,0101,,,,2005-01-01,,,`);
    lines.push(`relation,${agb},,,,,,,,,,2010-01-01,,${practiceAgb},works_at`);
  }
  return `${lines.join("\n")}\n`;
}
