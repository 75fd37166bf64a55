'use strict';

/** The counter below a text: parts, what is left, and the character that makes it Unicode. */

var smSys = smSys || {};

smSys.counter = (function () {
  /** Letters of Persian and Arabic: a text with them is Unicode by nature and needs no warning. */
  const persianLetters = /[\u0620-\u064A\u066E-\u06D3\u06FA-\u06FF]/;

  /**
   * Keeps the counter of a text field.
   * @param {{ say: (key: string, ...values: Array<string | number>) => string, number: (value: number) => string }} page
   * @param {any} field The textarea.
   * @param {() => void} changed Called after every change.
   */
  function watch(page, field, changed) {
    const show = () => {
      draw(page, field);
      changed();
    };
    field.addEventListener('input', show);
    smSys.page.part('show-cause').addEventListener('click', () => point(field));
    smSys.page.part('replace-cause').addEventListener('click', () => {
      field.value = smSys.text.inGsm(field.value) || field.value;
      field.focus();
      show();
    });
    draw(page, field);
    return show;
  }

  /**
   * @param {{ say: (key: string, ...values: Array<string | number>) => string, number: (value: number) => string }} page
   * @param {any} field
   */
  function draw(page, field) {
    const measured = smSys.text.measure(field.value);
    // An empty field with dir=auto would begin at the left.
    field.dir = field.value === '' ? document.documentElement.dir : 'auto';
    const kind = measured.encoding === 'GSM-7' ? page.say('text.latin') : page.say('text.unicode');
    smSys.page.part('parts').textContent = page.say('parts.line', page.number(measured.parts), kind, page.number(measured.units), page.number(measured.left));
    const cause = measured.forcedBy;
    const warning = smSys.page.part('unicode');
    warning.hidden = cause === null || persianLetters.test(field.value);
    if (cause !== null && !warning.hidden) {
      const sign = isVisible(cause.codePoint) ? String.fromCodePoint(cause.codePoint) : page.say('text.invisible');
      const code = 'U+' + cause.codePoint.toString(16).toUpperCase().padStart(4, '0');
      smSys.page.part('unicode-words').textContent = page.say('text.cause', sign, code, page.number(cause.position + 1));
      const gsm = smSys.text.inGsm(field.value);
      const saved = gsm === null ? 0 : measured.parts - smSys.text.measure(gsm).parts;
      const replace = smSys.page.part('replace-cause');
      replace.hidden = gsm === null;
      replace.textContent = saved > 0 ? page.say('text.replaceSaves', page.number(saved)) : page.say('text.replace');
    }
  }

  /** Selects the character in the field. @param {any} field */
  function point(field) {
    const cause = smSys.text.measure(field.value).forcedBy;
    if (cause !== null) {
      field.focus();
      field.setSelectionRange(cause.position, cause.position + String.fromCodePoint(cause.codePoint).length);
    }
  }

  /** @param {number} codePoint @returns {boolean} */
  function isVisible(codePoint) {
    return !/[\s\u00AD\u061C\u200B-\u200F\u2028-\u202F\u205F-\u206F\uFE00-\uFE0F\uFEFF]/.test(String.fromCodePoint(codePoint));
  }

  return Object.freeze({ watch, point });
}());
