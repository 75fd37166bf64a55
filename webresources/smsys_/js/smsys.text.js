'use strict';

/** Counts a text as the operators do, to the digit as the server counts it. */

var smSys = smSys || {};

smSys.text = (function () {
  /**
   * @typedef {object} Cause The first character outside the GSM alphabet.
   * @property {number} position In UTF-16 units from 0.
   * @property {number} codePoint
   *
   * @typedef {object} Measured
   * @property {'GSM-7' | 'UCS-2'} encoding
   * @property {number} units Septets, or UTF-16 units.
   * @property {number} parts What is paid for; 0 for an empty text.
   * @property {number} left Units before another part begins.
   * @property {Cause | null} forcedBy
   */

  const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
  const extended = new Set('\f^{}\\[~]|€');

  /** What can stand for a character without changing what is said: each string's characters become its key. */
  const replacements = replacementMap([
    ["'", '\u2018\u2019\u201A\u201B\u2032\u2035\u00B4`\u02BC\u2039\u203A'],
    ['"', '\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB'],
    ['-', '\u2212\u00AF\u2010\u2011\u2012\u2013\u2014\u2015'],
    ['...', '\u2026'],
    [' ', '\t\u00A0\u202F\u205F\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A'],
    ['\n', '\u2028\u2029\u0085'],
    ['*', '\u2022\u00B7\u2219\u25CF\u066D'],
    ['x', '\u00D7'], ['/', '\u00F7\u2044\u2215'], [',', '\u060C'], [';', '\u061B'], ['?', '\u061F'], ['%', '\u066A'],
    ['(c)', '\u00A9'], ['(r)', '\u00AE'], ['(tm)', '\u2122'], ['No', '\u2116'], ['Ω', '\u2126'],
    ['a', 'áâãāăą'], ['A', 'ÁÂÃÀĀĂĄ'], ['c', 'çćč'], ['C', 'ĆČ'], ['e', 'êëēęě'], ['E', 'ÈÊËĒĘĚ'], ['i', 'íîïīı'], ['I', 'ÌÍÎÏĪİ'],
    ['o', 'óôõōő'], ['O', 'ÓÔÕÒŌŐ'], ['u', 'úûūűů'], ['U', 'ÙÚÛŪŰŮ'], ['s', 'şšś'], ['S', 'ŞŠŚ'], ['g', 'ğ'], ['G', 'Ğ'],
    ['y', 'ýÿ'], ['Y', 'Ý'], ['z', 'žźż'], ['Z', 'ŽŹŻ'], ['l', 'ł'], ['L', 'Ł'], ['n', 'ńň'], ['r', 'ř'],
  ]);

  /** @param {Array<[string, string]>} groups @returns {Map<string, string>} */
  function replacementMap(groups) {
    const map = new Map();
    for (const [replacement, characters] of groups) {
      for (const one of characters) {
        map.set(one, replacement);
      }
    }

    for (let digit = 0; digit < 10; digit++) {
      map.set(String.fromCharCode(0x06F0 + digit), String(digit));
      map.set(String.fromCharCode(0x0660 + digit), String(digit));
    }

    return map;
  }

  /** @param {string} unit @returns {boolean} Invisible marks can simply go. */
  function isInvisible(unit) {
    return /[\u00AD\u061C\uFEFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F]/.test(unit);
  }

  /** @param {string} unit One UTF-16 unit. @returns {number} 0 outside the GSM alphabet. */
  function septetsOf(unit) {
    return basic.has(unit) ? 1 : extended.has(unit) ? 2 : 0;
  }

  /**
   * @param {string} text
   * @returns {Measured}
   */
  function measure(text) {
    for (let at = 0; at < text.length; at++) {
      if (septetsOf(text[at]) === 0) {
        const codePoint = /** @type {number} */ (text.codePointAt(at));
        return { encoding: 'UCS-2', ...fill(text, 70, 67, (place) => (isPair(text, place) ? 2 : 1), true), forcedBy: { position: at, codePoint } };
      }
    }

    return { encoding: 'GSM-7', ...fill(text, 160, 153, (place) => septetsOf(text[place]), false), forcedBy: null };
  }

  /**
   * Fills parts from left to right and never splits what belongs together.
   * @param {string} text
   * @param {number} single Units of a message that is alone.
   * @param {number} several Units of each of several parts.
   * @param {(at: number) => number} unitsAt
   * @param {boolean} pairs Whether two units may be one character.
   * @returns {{ units: number, parts: number, left: number }}
   */
  function fill(text, single, several, unitsAt, pairs) {
    let units = 0;
    let parts = 1;
    let used = 0;
    for (let at = 0; at < text.length; at++) {
      const here = unitsAt(at);
      units += here;
      used += here;
      if (used > several) {
        parts++;
        used = here;
      }

      at += pairs && here === 2 ? 1 : 0;
    }

    return units <= single ? { units, parts: units === 0 ? 0 : 1, left: single - units } : { units, parts, left: several - used };
  }

  /** @param {string} text @param {number} at @returns {boolean} */
  function isPair(text, at) {
    return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at, at + 2));
  }

  /**
   * The text with quotes, dashes, invisible marks and the like replaced by GSM characters.
   * @param {string} text
   * @returns {string | null} Null when it is GSM already, or holds what nothing can replace (Persian letters, emoji).
   */
  function inGsm(text) {
    let replaced = '';
    for (let at = 0; at < text.length; at++) {
      const unit = text[at];
      const other = septetsOf(unit) > 0 ? unit : isInvisible(unit) ? '' : replacements.get(unit);
      if (other === undefined) {
        return null;
      }

      replaced += other;
    }

    return replaced === text ? null : replaced;
  }

  return Object.freeze({ measure, inGsm });
}());
