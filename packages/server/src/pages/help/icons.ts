import { Markup } from '../html.ts'

/** A picture for a collection: by the name of its icon, else by its own name; the usual book where neither says anything. */
export function icon({ icon, name }: { icon: string; name: string }): Markup {
  const of = (said: string) => DRAWINGS.find(([words]) => words.test(said))?.[1]
  const drawing = of(icon) ?? of(name) ?? BOOK
  return new Markup(
    `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawing}</svg>`,
  )
}

const BOOK =
  '<path d="M5 4.5A1.5 1.5 0 0 1 6.5 3H19v18H6.5A1.5 1.5 0 0 1 5 19.5z"/><path d="M5 17.5h14M14 3v7l-2-1.5L10 10V3"/>'

const DRAWINGS: [words: RegExp, drawing: string][] = [
  [
    /\b(leaf|plant|grow|garden|seed|cultiv|jardin)/i,
    '<path d="M12 21v-9M12 12c0-4 3-7 8-7 0 5-3 8-8 8zM12 15c0-3-2.500-5.500-7-5.500 0 4 2.500 6.500 7 6.500z"/>',
  ],
  [
    /\b(bill|card|money|cash|wallet|coin|price|invoice|pay|factur|paie|prix)/i,
    '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3 10h18M7 15h3"/>',
  ],
  [
    /\b(user|people|person|account|profile|team|contact|compte|équipe|profil)/i,
    '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4 4-6 7.5-6s6.500 2 7.500 6"/>',
  ],
  [
    /\b(gear|cog|setting|wrench|tool|sliders|réglage|paramètre)/i,
    '<path d="M4 7h9m4 0h3M4 17h3m4 0h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  ],
  [
    /\b(rocket|start|getting started|flag|star|spark|débuter|démarr)/i,
    '<path d="M12 3l2.500 5.500 6 .7-4.400 4.100 1.200 5.900L12 16.200 6.700 19.200l1.200-5.900L3.500 9.200l6-.7z"/>',
  ],
  [
    /\b(lock|shield|key|secur|privacy|sécurité|confidential)/i,
    '<path d="M12 3l7 3v5.500c0 4.500-3 7.800-7 9.500-4-1.700-7-5-7-9.500V6z"/><path d="M9 12l2.200 2.200L15.200 10"/>',
  ],
  [/\b(chat|message|comment|mail|envelope|inbox|courri)/i, '<path d="M4 5h16v11H9l-5 4z"/>'],
  [
    /\b(chart|graph|report|analytic|rapport|statisti)/i,
    '<path d="M4 20V4M4 20h16M8.500 16v-4M12.500 16V8M16.500 16v-6"/>',
  ],
  [
    /\b(truck|ship|box|package|parcel|cart|bag|order|deliver|commande|livraison|colis)/i,
    '<path d="M4 8l8-4 8 4v8l-8 4-8-4z"/><path d="M4 8l8 4 8-4M12 12v8"/>',
  ],
  [
    /\b(code|plug|puzzle|api|bolt|integrat|intégration|develop|développ)/i,
    '<path d="M8.500 7.500L4 12l4.500 4.500M15.500 7.500L20 12l-4.500 4.500M13.500 5l-3 14"/>',
  ],
]
