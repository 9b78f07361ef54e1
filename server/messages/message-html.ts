import type { Language } from '../engine/text.ts';
import type { Block, RenderedMessage } from './render-message.ts';

// Colours stand on the elements for programs that drop the style sheet; the sheet follows a dark screen.
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.page{background:#14181d!important;color:#e8ebee!important}
.card{background:#1d232a!important}
.btn{background:#8ab8ff!important;color:#0b1b33!important}
a.plain{color:#9cc3ff!important}
}`;
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.55";
const PARAGRAPH = 'margin:0 0 16px';

/** The same message as HTML: every word that the plain form has, and nothing that is loaded from anywhere. */
export function messageHtml(message: RenderedMessage, language: Language): string {
  const body = message.blocks.map(blockHtml).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(message.subject)}</title>
<style>${STYLE}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f6;color:#1b2026">
<div class="page" style="background:#f2f4f6;padding:24px 12px">
<div class="card" style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border-radius:8px;${FONT}">
${body}
</div>
</div>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  if (block.kind === 'text') return `<p style="${PARAGRAPH}">${lines(block.text)}</p>`;
  const href = escape(block.href);
  const plain = `<a class="plain" href="${href}" style="color:#0b57a4;overflow-wrap:anywhere">${href}</a>`;
  const lead = `<p style="${PARAGRAPH}">${lines(block.lead)}<br>${plain}</p>`;
  if (block.label === null) return lead;
  const button = `<p style="margin:0 0 16px"><a class="btn" href="${href}" style="display:inline-block;padding:12px 22px;background:#0b57a4;color:#ffffff;border-radius:6px;font-weight:600;text-decoration:none">${escape(block.label)}</a></p>`;
  return `${button}\n${lead}`;
}

function lines(text: string): string {
  return escape(text).replaceAll('\n', '<br>');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
