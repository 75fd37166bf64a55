/** Bars, lines and rings as SVG. Mirrored pages have mirrored charts: the first category stands where reading begins. */
import { svg, el } from './dom.js';
import { number } from './format.js';

const colours = ['#3776c1', '#0b6a2b', '#c43834', '#7552a0', '#b8540a', '#1f7a8c', '#6b6b00', '#8a3b5c', '#4d6470', '#2b4c7e'];
const [width, height, edge] = [480, 280, 34];

/** One bar alone does not fill the picture. */
const thickest = 56;

const colour = (at) => colours[at % colours.length];
const isMirrored = () => document.documentElement.dir === 'rtl';
const across = (x, breadth = 0) => (isMirrored() ? width - x - breadth : x);

function frame(title, children) {
  return svg('svg', { viewBox: '0 0 ' + width + ' ' + height, role: 'img', 'aria-label': title }, ...children);
}

function legend(names) {
  return el('ul', { class: 'legend', 'aria-hidden': 'true' }, ...names.map((name, at) => {
    const mark = el('span', { class: 'mark' });
    mark.style.backgroundColor = colour(at);
    return el('li', {}, mark, name);
  }));
}

function withLegend(drawn, names) {
  return el('div', {}, drawn, legend(names));
}

const short = (text) => (text.length > 14 ? text.slice(0, 13) + '…' : text);

/** @param {{ categories: string[], series: Array<{ name: string, values: Array<number | null> }> }} data */
export function bars(data, title, { isLying, isStacked }) {
  const sums = data.categories.map((_, at) => data.series.reduce((sum, one) => (isStacked ? sum + one.values[at] : Math.max(sum, one.values[at])), 0));
  const most = Math.max(1, ...sums);
  const start = isLying ? 110 : edge;
  const span = (isLying ? height - 10 : width - start - 10) / data.categories.length;
  const long = isLying ? width - start - 50 : height - edge - 24;
  const shapes = [];
  data.categories.forEach((category, at) => {
    let base = 0;
    data.series.forEach((one, index) => {
      const size = (one.values[at] / most) * long;
      const beside = isStacked ? 1 : data.series.length;
      const thick = Math.min((span * 0.72) / beside, thickest);
      const side = at * span + (span - thick * beside) / 2 + (isStacked ? 0 : index * thick);
      const box = isLying
        ? { x: across(start + base, size), y: 5 + side, width: size, height: thick }
        : { x: across(start + side, thick), y: height - edge - base - size, width: thick, height: size };
      shapes.push(svg('rect', { ...box, fill: colour(index) }, svg('title', {}, category + ' – ' + one.name + ': ' + number(one.values[at], 2))));
      base += isStacked ? size : 0;
    });
    shapes.push(isLying
      ? svg('text', { x: across(start - 6), y: 5 + at * span + span / 2 + 4, 'text-anchor': 'end', class: 'axis' }, short(category))
      : svg('text', { x: across(start + at * span + span / 2), y: height - edge + 16, 'text-anchor': 'middle', class: 'axis' }, data.categories.length > 8 && at % 2 === 1 ? '' : short(category)));
    const top = (sums[at] / most) * long;
    shapes.push(isLying
      ? svg('text', { x: across(start + top + 4), y: 5 + at * span + span / 2 + 4, class: 'axis' }, number(sums[at], 2))
      : svg('text', { x: across(start + at * span + span / 2), y: height - edge - top - 4, 'text-anchor': 'middle', class: 'axis' }, number(sums[at], 2)));
  });
  return withLegend(frame(title, shapes), data.series.map((one) => one.name));
}

export function lines(data, title) {
  const most = Math.max(1, ...data.series.flatMap((one) => one.values));
  const span = (width - 2 * edge) / Math.max(1, data.categories.length - 1);
  const place = (value, at) => [across(edge + at * span), height - edge - (value / most) * (height - edge - 24)];
  const shapes = data.series.flatMap((one, index) => {
    const points = one.values.map((value, at) => ({ at, value, spot: place(value ?? 0, at) })).filter((point) => point.value !== null);
    return [svg('polyline', { points: points.map((point) => point.spot.join(',')).join(' '), fill: 'none', stroke: colour(index), 'stroke-width': 2 }),
      ...points.map(({ at, value, spot: [x, y] }) => svg('circle', { cx: x, cy: y, r: 3.5, fill: colour(index) }, svg('title', {}, data.categories[at] + ': ' + number(value, 2))))];
  });
  const step = Math.ceil(data.categories.length / 6);
  shapes.push(...data.categories.map((category, at) => svg('text', { x: across(edge + at * span), y: height - edge + 16, 'text-anchor': 'middle', class: 'axis' }, at % step === 0 ? short(category) : '')));
  shapes.push(svg('text', { x: across(4), y: 14, class: 'axis' }, number(most, 2)));
  return withLegend(frame(title, shapes), data.series.map((one) => one.name));
}

export function rings(data, title, isHollow) {
  const values = data.categories.map((_, at) => data.series.reduce((sum, one) => sum + one.values[at], 0));
  const sum = values.reduce((total, value) => total + value, 0) || 1;
  const [x, y, radius] = [width / 2, height / 2, 110];
  const rim = (turn) => (x + radius * Math.sin(2 * Math.PI * turn)) + ' ' + (y - radius * Math.cos(2 * Math.PI * turn));
  let turned = 0;
  const shapes = values.map((value, at) => {
    const [from, to] = [turned, turned + value / sum];
    turned = to;
    const name = svg('title', {}, data.categories[at] + ': ' + number(value, 2));

    // An arc that ends where it began is none.
    return value === sum
      ? svg('circle', { cx: x, cy: y, r: radius, fill: colour(at) }, name)
      : svg('path', { d: 'M' + x + ' ' + y + 'L' + rim(from) + 'A' + radius + ' ' + radius + ' 0 ' + (to - from > 0.5 ? 1 : 0) + ' 1 ' + rim(to) + 'Z', fill: colour(at) }, name);
  });
  if (isHollow) {
    shapes.push(svg('circle', { cx: x, cy: y, r: radius * 0.55, class: 'hole' }), svg('text', { x, y: y + 6, 'text-anchor': 'middle', class: 'total' }, number(sum, 2)));
  }

  return withLegend(frame(title, shapes), data.categories.map((category, at) => category + ': ' + number(values[at], 2)));
}
