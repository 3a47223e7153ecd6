import { html, type Markup } from '../html.ts'

/** What is in the kits. */
export const drawings: Record<string, Markup> = {
  tomato: html`<svg viewBox="0 0 200 120" aria-hidden="true"><path d="M100 110V34" stroke="#4d8a45" stroke-width="4"/><path d="M100 60c-24-2-34-16-36-30 22 0 34 10 36 30zm0-14c20-2 30-14 32-26-20 0-30 8-32 26z" fill="#6aa858"/><circle cx="74" cy="78" r="17" fill="#d8452f"/><circle cx="124" cy="72" r="15" fill="#e2593a"/><circle cx="104" cy="92" r="13" fill="#c83a28"/></svg>`,
  herbs: html`<svg viewBox="0 0 200 120" aria-hidden="true"><path d="M60 74h80l-9 38H69z" fill="#c9774a"/><path d="M54 66h92v12H54z" fill="#d98a5b"/><path d="M100 66c-2-26-22-38-36-36 0 20 14 34 36 36zm0 0c2-30 18-44 34-42 2 22-12 38-34 42zm0 0c-10-16-8-40 2-52 10 14 10 36-2 52z" fill="#5f9f50"/></svg>`,
  radish: html`<svg viewBox="0 0 200 120" aria-hidden="true"><path d="M0 66h200v54H0z" fill="#8a6142"/><path d="M66 62c-14 0-20 12-18 24 2 10 10 12 16 26 6-14 16-16 18-26 2-12-4-24-16-24zm70 0c-14 0-20 12-18 24 2 10 10 12 16 26 6-14 16-16 18-26 2-12-4-24-16-24z" fill="#d6437a"/><path d="M66 62c-4-20-16-26-24-26 0 14 8 24 24 26zm0 0c0-18 8-30 20-34 4 16-4 30-20 34zm70 0c-4-20-16-26-24-26 0 14 8 24 24 26zm0 0c0-18 8-30 20-34 4 16-4 30-20 34z" fill="#6aa858"/></svg>`,
  roof: html`<svg viewBox="0 0 200 120" aria-hidden="true"><path d="M20 84h160v28H20z" fill="#9c7b58"/><g fill="#7ab55f"><circle cx="52" cy="74" r="24"/><circle cx="100" cy="70" r="27"/><circle cx="148" cy="74" r="24"/></g><g fill="#a6d486"><circle cx="52" cy="76" r="13"/><circle cx="100" cy="72" r="15"/><circle cx="148" cy="76" r="13"/></g></svg>`,
}
