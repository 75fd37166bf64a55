import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { load, repository } from './scripts.js';

const { vectors } = JSON.parse(readFileSync(repository + 'tests/vectors/parts.json', 'utf8'));
const smSys = load('text');

describe('a text is counted as the server counts it', () => {
  it('has vectors', () => expect(vectors.length).toBeGreaterThan(20));

  for (const vector of vectors) {
    const text = vector.text.map(([piece, times]) => piece.repeat(times)).join('');

    it(vector.name, () => {
      const measured = smSys.text.measure(text);

      expect({ encoding: measured.encoding, units: measured.units, parts: measured.parts, left: measured.left })
        .toEqual({ encoding: vector.encoding, units: vector.units, parts: vector.parts, left: vector.left });
      expect(measured.forcedBy).toEqual(vector.forcedBy
        ? { position: vector.forcedBy.position, codePoint: Number.parseInt(vector.forcedBy.codePoint.slice(2), 16) }
        : null);
      if (vector.encoding === 'UCS-2') {
        const gsm = smSys.text.inGsm(text);
        expect(gsm === null ? null : smSys.text.measure(gsm).parts).toBe(vector.partsWithReplacements);
      }
    });
  }
});
