/** The style of the server's own pages. System fonts and colours in both schemes, nothing fetched. */
export const css = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c2227, #e7eaec);
  --soft: light-dark(#5a656e, #9daab3);
  --line: light-dark(#dfe3e6, #2f373d);
  --paper: light-dark(#fbfbf9, #14181b);
  --card: light-dark(#ffffff, #1b2125);
  --accent: light-dark(#0b6b57, #5fd0b3);
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: clamp(1.25rem, 5vw, 4rem) 1.25rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; -webkit-text-size-adjust: 100%;
}
.page { max-width: 46rem; margin: 0 auto; }
.top { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
h1 { display: flex; align-items: center; gap: 0.7rem; margin: 0; font-size: 2rem; letter-spacing: -0.02em; line-height: 1.2; }
.logo { flex: none; width: 2.4rem; height: 2.4rem; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.05rem; }
p { margin: 0.5rem 0; }
.lead { margin-top: 0.75rem; font-size: 1.15rem; color: var(--soft); max-width: 38rem; }
.first { margin: 1.75rem 0 0; padding: 0.9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 8px; }
.first h2 { margin: 0; }
.first p { margin: 0.25rem 0 0; }
.hint { color: var(--soft); }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
pre {
  margin: 0.75rem 0; padding: 0.9rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 8px; font: 0.9rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
}
.cards { display: grid; gap: 0.75rem; padding: 0; margin: 0.75rem 0; list-style: none; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
.cards a {
  display: block; height: 100%; padding: 0.9rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 8px; color: inherit; text-decoration: none;
}
.cards a:hover { border-color: var(--accent); }
.cards strong { display: block; color: var(--accent); }
.cards span { color: var(--soft); font-size: 0.95rem; }
.permissions { columns: 2 18rem; padding-inline-start: 1.2rem; margin: 1rem 0; }
.answer { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; }
button {
  padding: 0.65rem 1.3rem; font: inherit; font-weight: 600; color: var(--ink); background: var(--card);
  border: 1px solid var(--line); border-radius: 8px; cursor: pointer;
}
button.primary { color: light-dark(#ffffff, #14181b); background: var(--accent); border-color: var(--accent); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.versions { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; padding: 0; margin: 0.5rem 0; list-style: none; }
.versions a { display: inline-block; padding: 0.15rem 0; }
`
