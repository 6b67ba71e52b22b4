/** Who takes part in the demo dialogue: the chair, the four groups, eight States. For tests only. */
import type { PartyView, SeatView } from "../wire.gen.ts";

type Lang = SeatView["language"];

function party(
  kind: PartyView["kind"],
  mark: string,
  es: string,
  en: string,
  pt: string,
  fr: string,
): PartyView {
  const name = { es, en, pt, fr };
  return { kind, mark, name, code: kind === "group" ? name : {}, article: { es: "", en: "" } };
}

export const parties: Record<string, PartyView> = {
  chair: party("chair", "chair", "Presidencia", "Chair", "Presidência", "Présidence"),
  youth: party("group", "triangle", "Juventud", "Youth", "Juventude", "Jeunesse"),
  civil_society: party(
    "group",
    "circle",
    "Sociedad civil",
    "Civil society",
    "Sociedade civil",
    "Société civile",
  ),
  workers: party("group", "square", "Trabajadores", "Workers", "Trabalhadores", "Travailleurs"),
  indigenous: party(
    "group",
    "diamond",
    "Pueblos indígenas",
    "Indigenous peoples",
    "Povos indígenas",
    "Peuples autochtones",
  ),
  LC: party("state", "LC", "Santa Lucía", "Saint Lucia", "Santa Lúcia", "Sainte-Lucie"),
  MX: party("state", "MX", "México", "Mexico", "México", "Mexique"),
  TT: party(
    "state",
    "TT",
    "Trinidad y Tabago",
    "Trinidad and Tobago",
    "Trinidad e Tobago",
    "Trinité-et-Tobago",
  ),
  CA: party("state", "CA", "Canadá", "Canada", "Canadá", "Canada"),
  PE: party("state", "PE", "Perú", "Peru", "Peru", "Pérou"),
  BR: party("state", "BR", "Brasil", "Brazil", "Brasil", "Brésil"),
  CO: party("state", "CO", "Colombia", "Colombia", "Colômbia", "Colombie"),
  VC: party(
    "state",
    "VC",
    "San Vicente y las Granadinas",
    "Saint Vincent and the Grenadines",
    "São Vicente e Granadinas",
    "Saint-Vincent-et-les-Grenadines",
  ),
};

const REPRESENTATIVE = { es: "representante", en: "representative", pt: "representante", fr: "représentant" };
const HEAD = {
  es: "Jefatura de delegación",
  en: "Head of delegation",
  pt: "Chefia de delegação",
  fr: "Chef de délégation",
};
const FORUMS: Record<string, SeatView["function"]> = {
  youth: { es: "III Foro de Jóvenes de las Américas", en: "Third Youth Forum of the Americas" },
  civil_society: {
    es: "Foro de organizaciones de la sociedad civil",
    en: "Forum of Civil Society Organisations",
  },
  workers: { es: "Foro de trabajadores", en: "Workers’ Forum" },
  indigenous: { es: "IV Cumbre de Líderes Indígenas", en: "Fourth Summit of Indigenous Leaders" },
};
const MINISTRY = {
  es: "Ministerio de Relaciones Exteriores de Colombia",
  en: "Ministry of Foreign Affairs of Colombia",
};

function representative(group: string, number: number, language: Lang): [string, SeatView] {
  const name = Object.fromEntries(
    Object.entries(parties[group]?.name ?? {}).map(([lang, text]) => [
      lang,
      `${text}, ${REPRESENTATIVE[lang as Lang]} ${number}`,
    ]),
  );
  return [
    `${group}-${number}`,
    { party: group, name, function: FORUMS[group] ?? {}, language, substitute: false },
  ];
}

function state(code: string, language: Lang): [string, SeatView] {
  return [
    code,
    { party: code, name: parties[code]?.name ?? {}, function: HEAD, language, substitute: false },
  ];
}

export const seats: Record<string, SeatView> = Object.fromEntries([
  [
    "chair",
    {
      party: "chair",
      name: parties.chair?.name ?? {},
      function: MINISTRY,
      language: "es",
      substitute: false,
    },
  ],
  representative("youth", 1, "es"),
  representative("youth", 2, "en"),
  representative("civil_society", 1, "en"),
  representative("civil_society", 2, "fr"),
  representative("workers", 1, "es"),
  representative("workers", 2, "pt"),
  representative("indigenous", 1, "es"),
  representative("indigenous", 2, "en"),
  state("LC", "en"),
  state("MX", "es"),
  state("TT", "en"),
  state("CA", "en"),
  state("PE", "es"),
  state("BR", "pt"),
  state("CO", "es"),
  state("VC", "en"),
]);
