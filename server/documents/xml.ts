/** A piece of an XML document. A string is text: it is escaped when the document is written, and only then. */
export type XmlNode = string | XmlElement;
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string | undefined>>;
  children: readonly XmlNode[];
};

/** An element. An attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: XmlElement['attributes'],
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children };
}

/**
 * A whole document in UTF-8, indented. Elements that hold text keep it as it is, on one line.
 *
 * @example writeXml(element('labl', { 'xml:lang': 'sv' }, ['Lön & bakgrund']))
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

/**
 * Text that is safe between tags and between double quotes. Characters that XML 1.0 cannot hold
 * (control characters, halves of surrogate pairs) become U+FFFD, so that a document always stays readable.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

// All that the production Char of XML 1.0 leaves out; written as the set of what it allows.
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function written(node: XmlElement, indent: string): string {
  const attributes = Object.entries(node.attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${attributeText(value)}"`))
    .join('');
  if (node.children.length === 0) return `${indent}<${node.name}${attributes}/>`;
  const open = `${indent}<${node.name}${attributes}>`;
  if (node.children.some((child) => typeof child === 'string')) {
    const inside = node.children.map((child) => (typeof child === 'string' ? escapeXml(child) : written(child, '')));
    return `${open}${inside.join('')}</${node.name}>`;
  }
  const inside = node.children.flatMap((child) => (typeof child === 'string' ? [] : written(child, `${indent}  `)));
  return `${open}\n${inside.join('\n')}\n${indent}</${node.name}>`;
}

/** A reader turns line breaks and tabs of an attribute into spaces, unless they are written as references. */
function attributeText(value: string): string {
  return escapeXml(value).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;');
}
