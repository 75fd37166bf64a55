/** Controls of a form that show no column of their own: sub-grids, web resources, notes and the timeline. */
import { el } from '../dom.js';
import { embeddedAddress } from '../xrm/navigation.js';
import { subGrid } from './sub-grid.js';
import { timeline } from './timeline.js';

const kinds = {
  '{E7A81278-8635-4D9E-8D4D-59480B391C5B}': subGrid,
  '{9FDF5F91-88B1-47F4-AD53-C11EFC01A01D}': webResource,
  '{06375649-C143-495E-A496-C962E5B4488E}': timeline,
};

/** @param {import('../xrm/control.js').Control} control @param {any} given As the form has it. @param {any} cell */
export function partOf(control, given, cell) {
  const draw = kinds[given.kind];
  if (draw === undefined) {
    throw new Error('The emulator\'s forms cannot show the control ' + given.id + ' (' + given.kind + ').');
  }

  return draw(control, given, cell);
}

function webResource(control, given, cell) {
  control.kind = 'webresource';
  const { Url: name, PassParameters: passes, Data: data } = given.parameters;
  const frame = el('iframe', { title: control.label, class: 'web-resource', 'data-control': given.id });
  frame.style.minBlockSize = Math.max(18, 3 * cell.rowspan) + 'rem';
  control.draw = () => { frame.hidden = !control.visible; };
  control.getObject = () => frame;
  control.getSrc = () => frame.src;
  control.setSrc = (address) => { frame.src = address; };
  control.getContentWindow = async () => {
    await loaded;
    return frame.contentWindow;
  };
  const loaded = new Promise((resolve) => { frame.addEventListener('load', () => { if (frame.src !== '') { resolve(null); } }); });
  control.start = () => { frame.src = embeddedAddress(name, control.form, passes === 'true', data); };
  return frame;
}
