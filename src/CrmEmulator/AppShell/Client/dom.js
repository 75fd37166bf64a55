/** Small tools for the document. */

/**
 * Makes an element. Attributes that begin with "on" are listeners; false and null leave an attribute out; texts become text nodes.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, String(value));
    }
  }

  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Puts other children into an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

let count = 0;

/** An id that no other element has. */
export function freshId(prefix) {
  count += 1;
  return prefix + '-' + count;
}

/** An element of the SVG language. */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }

  made.append(...children);
  return made;
}
