import { describe, expect, it } from 'vitest';
import { organization } from './organization.js';
import { load } from './scripts.js';

describe('what scripts say', () => {
  it('has numbers in the digits of the language', async () => {
    organization({ language: 1065 });
    const persian = await load().client.texts();
    organization();
    const english = await load().client.texts();

    expect(persian('parts.counted', 2, 65)).toContain('۶۵');
    expect(persian('parts.counted', 2, 65)).not.toMatch(/[0-9]/);
    expect(english('bulk.start.question', 'Nowruz', 1200, 1)).toContain('1,200 recipients');
  });

  it('keeps what follows a name of the other direction in its place', async () => {
    organization({ language: 1065 });
    const persian = await load().client.texts();
    organization();
    const english = await load().client.texts();

    expect(english('bulk.start.question', 'نوروز', 1200, 1)).toContain('"\u2068نوروز\u2069"? 1,200');
    expect(english('bulk.start.question', 'Nowruz', 1200, 1)).toContain('"Nowruz"?');
    expect(persian('bulk.start.question', 'Nowruz', 1200, 1)).toContain('\u2068Nowruz\u2069');
    expect(persian('bulk.start.question', 'نوروز', 1200, 1)).not.toContain('\u2068');
  });

  it('is a sentence where the server does not answer, in the language of the user', async () => {
    organization({ language: 1065 });
    const { client } = load();
    await client.texts();

    expect(client.sentenceOf(new TypeError('Failed to fetch'))).toContain('سرور پاسخ نمی‌دهد');
    expect(client.sentenceOf(new TypeError('x is undefined'))).toBe('x is undefined');
  });

  it('is the server\'s own sentence, also out of an error of another window', () => {
    organization();
    const foreign = Object.assign(Object.create(null), { message: 'The line is closed. (line-closed)' });

    expect(load().client.sentenceOf(foreign)).toBe('The line is closed. (line-closed)');
  });
});
